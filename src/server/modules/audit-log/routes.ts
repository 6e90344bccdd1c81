import type { settingsRoutes } from '../../../contract/settings.ts';
import type { AppContext } from '../../app-context.ts';
import { withNames } from '../../audit/names-in-changes.ts';
import { exportPages } from '../../http/export-pages.ts';
import type { Handlers } from '../../http/handlers.ts';
import { type AuditRow, listAudit } from './repository.ts';

type Keys = 'GET /audit-log' | 'GET /audit-log/export.csv';

const exportColumns = [
  'at',
  'actor_name',
  'subject_name',
  'action',
  'outcome',
  'code',
  'item_type',
  'item_id',
  'item_label',
  'address',
  'request_id',
  'decision_id',
  'changes',
] as const satisfies readonly (keyof AuditRow)[];

export function auditHandlers({ db }: AppContext): Pick<Handlers<typeof settingsRoutes>, Keys> {
  return {
    'GET /audit-log': async ({ subject, query }) => {
      const { rows, next } = await listAudit(db, query);
      const items = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
      return { items: await withNames(db, subject, items), next };
    },
    'GET /audit-log/export.csv': async ({ query, again }) =>
      exportPages({
        columns: exportColumns,
        again,
        page: (_subject, after) => listAudit(db, { ...query, limit: 500, after }),
        cells: (row: AuditRow) =>
          exportColumns.map((column) => (column === 'changes' ? JSON.stringify(row.changes) : row[column])),
      }),
  };
}
