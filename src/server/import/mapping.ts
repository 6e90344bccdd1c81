import type { FieldProblem } from '../../contract/problems.ts';
import { Problem } from '../http/problem.ts';
import type { ImportField, ImportRow } from './importer.ts';
import type { Line, Sheet } from './parse-csv.ts';

export type Mapping = Readonly<Record<string, string>>;

/** Field -> column for a header whose columns are called like the fields, in any spelling of the words. */
export function automaticMapping(fields: readonly ImportField[], header: readonly string[]): Mapping {
  const byWord = new Map(header.map((column) => [wordOf(column), column]));
  const pairs = fields.flatMap(({ key, label }) => {
    const column = byWord.get(wordOf(key)) ?? byWord.get(wordOf(label));
    return column === undefined ? [] : [[key, column] as const];
  });
  return Object.fromEntries(pairs);
}

function wordOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Refuses a mapping that names an unknown field or a column the file does not have, or leaves out a required field. */
export function requireMapping(
  fields: readonly ImportField[],
  header: readonly string[],
  mapping: Mapping,
): void {
  const known = new Set(fields.map(({ key }) => key));
  const problems: FieldProblem[] = Object.entries(mapping).flatMap(([field, column]) => {
    if (!known.has(field)) return [problem(field, 'unknown_field', 'This field is not known here')];
    if (header.includes(column)) return [];
    return [problem(field, 'unknown_column', `The file has no column "${column}"`)];
  });
  for (const { key, label, required } of fields) {
    if (required && mapping[key] === undefined)
      problems.push(problem(key, 'required', `Choose the column for "${label}"`));
  }
  if (problems.length > 0) throw new Problem('request/invalid', { fields: problems });
}

function problem(field: string, code: string, message: string): FieldProblem {
  return { field: `mapping.${field}`, code, message };
}

/** The lines of a sheet by field. Cells lose the space around them. */
export function mapRows(sheet: Sheet, mapping: Mapping): ImportRow[] {
  const places = Object.entries(mapping).map(
    ([field, column]) => [field, sheet.header.indexOf(column)] as const,
  );
  return sheet.lines.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(places.map(([field, place]) => [field, (cells[place] ?? '').trim()])),
  }));
}

/** Rows with more cells than the header are shifted by a stray delimiter: nothing in them can be trusted. */
export function rowsOfWrongLength(
  header: readonly string[],
  lines: readonly Line[],
): ReadonlyMap<number, string> {
  const wrong = lines.filter(({ cells }) => cells.length !== header.length);
  return new Map(
    wrong.map(({ row, cells }) => [
      row,
      `The row has ${cells.length} cells and the header ${header.length} columns`,
    ]),
  );
}
