import { visible } from '../../access/subject.ts';
import type { Permission, PermissionOn } from '../../catalog/catalog.ts';
import type { PathOf } from '../../catalog/paths.ts';
import type { With } from '../../contract/resource.ts';
import type { Database } from '../db/database.ts';
import { visibleAmong } from '../db/visible-among.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import type { Records, Stored } from './define-records.ts';
import { visiblePage, visibleTotal } from './visible-page.ts';

/** Resources of records whose lists can be downloaded. */
export type Exportable = With<'export'> & Stored;

/** The order and the filters of a list, as its page asks for them. */
export interface ExportQuery {
  readonly sort: string;
  readonly [filter: string]: unknown;
}

/** One record as a row of a file. */
export interface ExportedRow {
  readonly id: string;
  readonly cells: readonly unknown[];
}

/** The list of one resource as rows of a file. */
export interface Exporter<R extends Exportable = Exportable> {
  readonly resource: R;
  readonly path: PathOf<R>;
  readonly headers: readonly string[];
  /** The next rows that a person may both view and export, as they see them. */
  readonly page: (
    db: Database,
    subject: SessionSubject,
    query: ExportQuery & { readonly after?: string | undefined },
  ) => Promise<{ rows: ExportedRow[]; next: string | null }>;
  /** Which of some records the same person may still view and export. */
  readonly reached: (db: Database, subject: SessionSubject, ids: readonly string[]) => Promise<Set<string>>;
  /** How many rows that will be; null for more than a million. */
  readonly total: (db: Database, subject: SessionSubject, query: ExportQuery) => Promise<number | null>;
}

const pageSize = 500;
const mostCounted = 1_000_000;

/** Declares what stands in the file: its columns by their heading, each filled from a record as its reader sees it. */
export function defineExport<R extends Exportable, Item extends { readonly id: string }>(
  records: Records<R, Item>,
  columns: Readonly<Record<string, (item: Item) => unknown>>,
): Exporter<R> {
  const { resource, path } = records;
  const permission = `${resource}.export` as PermissionOn<R>;
  const cells = Object.values(columns);
  return {
    resource,
    path,
    headers: Object.keys(columns),
    page: async (db, subject, query) => {
      const { rows, next } = await visiblePage(
        db,
        subject,
        records,
        { ...query, limit: pageSize },
        permission,
      );
      const items = await records.show(db, subject, rows);
      return { rows: items.map((item) => ({ id: item.id, cells: cells.map((cell) => cell(item)) })), next };
    },
    reached: (db, subject, ids) =>
      visibleAmong(db, visible(subject, resource, permission as Permission), records.list.table, ids),
    total: (db, subject, query) =>
      visibleTotal(db, subject, records, { ...query, most: mostCounted }, permission),
  };
}
