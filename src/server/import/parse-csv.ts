import { CsvError, parse } from 'csv-parse/sync';
import { unreadable } from './unreadable.ts';

export const rowLimit = 20_000;
const recordCharacters = 200_000;
const columnLimit = 200;

/** One line after the header: its number, counted from 1, and its cells as text. */
export interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly header: readonly string[];
  readonly lines: readonly Line[];
}

/** Takes a CSV text apart. Cells stay text, whatever they look like; reading stops soon after the row limit. */
export function parseCsv(text: string): Sheet {
  const [first, ...rest] = records(text);
  const header = (first ?? []).map((name) => name.trim());
  if (header.every((name) => name === ''))
    throw unreadable('The file is empty: its first line must name the columns.');
  requireUsable(header);
  const lines = rest
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => !isBlank(cells));
  if (rest.length > rowLimit) {
    throw unreadable(
      `The file has more than ${rowLimit.toLocaleString('en')} rows. Split it into several files.`,
    );
  }
  return { header, lines };
}

function records(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      max_record_size: recordCharacters,
      to: rowLimit + 2,
    });
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(sentenceFor(error));
    throw error;
  }
}

function sentenceFor(error: CsvError): string {
  const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return `A row${line} is longer than ${recordCharacters.toLocaleString('en')} characters; a closing quotation mark may be missing.`;
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return `A quotation mark is opened${line} and never closed.`;
  return `The quotation marks${line} are not as CSV has them.`;
}

/** Exports of European spreadsheets separate by semicolon; the header tells. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const header = (end === -1 ? text : text.slice(0, end)).slice(0, recordCharacters).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  return [';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best), ',');
}

function requireUsable(header: readonly string[]): void {
  if (header.length > columnLimit) throw unreadable(`The file has more than ${columnLimit} columns.`);
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index);
  if (twice !== undefined) throw unreadable(`The column "${twice}" stands in the header twice.`);
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
