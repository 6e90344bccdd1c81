import type { ImportRequest } from '../../contract/imports.ts';
import type { With } from '../../contract/resource.ts';
import type { AppContext } from '../app-context.ts';
import type { SessionSubject } from '../http/session-subject.ts';

/** A field that a column can be mapped to. */
export interface ImportField {
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  readonly says: string;
}

export function field(key: string, label: string, says: string, required = false): ImportField {
  return { key, label, says, required };
}

/** The cells of one line by field; a field that is not mapped is absent. */
export interface ImportRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CellProblem {
  /** A field of the importer, or '' for the row as a whole. */
  readonly field: string;
  readonly message: string;
}

/** What is to happen with a row. `apply` writes it, through the services of its resource. */
export type Plan =
  | { readonly verdict: 'refuse'; readonly problems: readonly CellProblem[] }
  | { readonly verdict: 'unchanged' }
  | { readonly verdict: 'create' | 'update'; readonly apply: () => Promise<void> }
  | { readonly verdict: 'create'; readonly batch: Batch };

/** Rows of a chunk that are written together, in statements that do not grow with their number. */
export interface Batch {
  /** Writes rows, and answers what was refused of each; throws when the database refuses any of them. */
  write(rows: readonly number[]): Promise<ReadonlyMap<number, unknown>>;
}

/** What the rows of one chunk are planned with. */
export interface ImportRun {
  readonly app: AppContext;
  readonly subject: SessionSubject;
  readonly source: string;
  readonly dateFormat: ImportRequest['date_format'];
  /** What was worked out before the transaction, by row: password hashes. Empty while rehearsing. */
  readonly prepared: ReadonlyMap<number, string>;
}

/** How rows become records of one resource. */
export interface Importer<R extends With<'import'> = With<'import'>> {
  readonly resource: R;
  readonly permission: `${R}.import`;
  readonly fields: readonly ImportField[];
  /** The field that names a record in the source; no two rows of a file may share a value. */
  readonly keyField: string;
  keyOf(cells: ImportRow['cells']): string;
  labelOf(cells: ImportRow['cells']): string;
  /** Loads what a chunk of rows needs, and answers how to plan each of them. */
  prepare(run: ImportRun, rows: readonly ImportRow[]): Promise<(row: ImportRow) => Plan>;
  /** Slow work on rows that will be written, done while no transaction is open. */
  beforeCommit?(rows: readonly ImportRow[]): Promise<ReadonlyMap<number, string>>;
}

export function refuse(field: string, message: string): Plan {
  return { verdict: 'refuse', problems: [{ field, message }] };
}
