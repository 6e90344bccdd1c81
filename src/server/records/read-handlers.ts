import type { AppContext } from '../app-context.ts';
import { audit } from '../audit/audit.ts';
import type { Row } from '../db/tables.ts';
import { countVisible, type ListRequest, listVisible } from '../db/visible-list.ts';
import { exportPages } from '../http/export-pages.ts';
import { handler } from '../http/handlers.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import { askedToday } from './asked-today.ts';
import type { Exportable, ExportedRow, Exporter, ExportQuery } from './define-export.ts';
import { type Records, type Stored, showOne } from './define-records.ts';
import { historyOf } from './history.ts';
import { visibleAsAsked } from './seen-by.ts';

interface Asked {
  readonly subject: SessionSubject;
}
interface Filters {
  readonly [filter: string]: unknown;
}
interface Export {
  readonly query: ExportQuery;
  readonly again: () => Promise<SessionSubject | null>;
}

/** The handlers of `readRoutes`: the list, its count and one record, limited to what the reader may view. */
export function readHandlers<R extends Stored, Item>({ db }: AppContext, records: Records<R, Item>) {
  const { resource, path, list } = records;
  return {
    ...handler(`GET ${path}` as const, async ({ subject, query }: Asked & { query: ListRequest }) => {
      const proof = await visibleAsAsked(db, subject, resource, query);
      const { rows, next } = await listVisible<Row<R> & { id: string }>(
        db,
        proof,
        list,
        await askedToday(db, subject, list, query),
      );
      return { items: await records.show(db, subject, rows), next };
    }),
    ...handler(`GET ${path}/count` as const, async ({ subject, query }: Asked & { query: Filters }) =>
      countVisible(
        db,
        await visibleAsAsked(db, subject, resource, query),
        list,
        await askedToday(db, subject, list, query),
      ),
    ),
    ...handler(`GET ${path}/:id` as const, ({ subject, record }: Asked & { record: Row<R> }) =>
      showOne(db, records, subject, record),
    ),
  };
}

/**
 * The handler of `exportRoute`: the rows that the reader may both view and export, asked again for each page. That a list
 * was carried out is in the log, however short it is.
 */
export function exportHandler<R extends Exportable>({ db }: AppContext, exporter: Exporter<R>) {
  const { resource } = exporter;
  return handler(`GET ${exporter.path}/export.csv` as const, async ({ query, again }: Export) => {
    await audit(db, { action: `${resource}.export`, itemType: resource, itemId: null, detail: { query } });
    return exportPages({
      columns: exporter.headers,
      again,
      page: (subject, after) => exporter.page(db, subject, { ...query, after }),
      cells: ({ cells }: ExportedRow) => cells,
    });
  });
}

/** The handler of `historyRoute`. */
export function historyHandler<R extends Stored, Item>(
  { db }: AppContext,
  { resource, path }: Records<R, Item>,
) {
  type One = Asked & { record: { id: string; currency?: string } };
  return handler(`GET ${path}/:id/history` as const, ({ subject, record }: One) =>
    historyOf(db, subject, { resource, record: { ...record }, currency: record.currency ?? null }),
  );
}

/** A handler that ends in one record: whatever row the work answers is shown as its reader sees it. */
export function showing<R extends Stored, Item>({ db }: AppContext, records: Records<R, Item>) {
  return <C extends Asked>(work: (context: C) => Promise<Row<R>>) =>
    async (context: C): Promise<Item> =>
      showOne(db, records, context.subject, await work(context));
}
