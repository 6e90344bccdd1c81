import { canOnRow } from '../../../access/decide.ts';
import type { settingsRoutes } from '../../../contract/settings.ts';
import type { AppContext } from '../../app-context.ts';
import { audit, changesBetween } from '../../audit/audit.ts';
import type { Row } from '../../db/tables.ts';
import { given } from '../../given.ts';
import type { Handlers } from '../../http/handlers.ts';
import { invalid, Problem } from '../../http/problem.ts';
import { requireVersion } from '../../http/require-version.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { isTimeZone } from '../../time-zone.ts';

type Settings = Row<'company_settings'>;
type Keys = 'GET /company-settings' | 'PATCH /company-settings' | 'GET /outbox';

export function companyHandlers(app: AppContext): Pick<Handlers<typeof settingsRoutes>, Keys> {
  const { db } = app;
  const shape = (subject: SessionSubject, row: Settings) => ({
    ...row,
    can: canOnRow(subject, 'company_settings', {}),
  });
  return {
    'GET /company-settings': async ({ subject }) =>
      shape(subject, await db.q.selectFrom('company_settings').selectAll().executeTakeFirstOrThrow()),
    'PATCH /company-settings': async ({ subject, body, ifMatch }) => {
      const row = await db.q.selectFrom('company_settings').selectAll().forUpdate().executeTakeFirstOrThrow();
      await requireVersion(db, { version: row.version }, ifMatch, 'company_settings');
      return shape(subject, await saveSettings(app, row, given(body)));
    },
    'GET /outbox': async ({ subject }) => {
      // Links in mails open other people's accounts, so the widest role only.
      if (subject.grants.role !== 'global_administrator') {
        throw new Problem('access/role-ceiling', {
          detail: 'Only Global Administrators read the outbox: links in its mails open accounts.',
          refusal: { action: 'company_settings.edit', itemType: 'mails', itemId: null },
        });
      }
      const mails = await db.q
        .selectFrom('mails')
        .selectAll()
        .orderBy('created_at', 'desc')
        .limit(200)
        .execute();
      return { items: mails.map((mail) => ({ ...mail, created_at: mail.created_at.toISOString() })) };
    },
  };
}

async function saveSettings(app: AppContext, row: Settings, values: Partial<Settings>): Promise<Settings> {
  const changes = changesBetween({ ...row }, values);
  if (changes.length === 0) return row;
  if (values.time_zone && !isTimeZone(values.time_zone))
    throw invalid('time_zone', 'There is no such time zone');
  const saved = await app.db.q
    .updateTable('company_settings')
    .set((settings) => ({ ...values, updated_at: app.clock(), version: settings('version', '+', 1) }))
    .returningAll()
    .executeTakeFirstOrThrow();
  if (saved.time_zone !== row.time_zone) await app.jobs.schedule(saved.time_zone);
  await audit(app.db, {
    action: 'company_settings.edit',
    itemType: 'company_settings',
    itemId: null,
    itemLabel: saved.name,
    changes,
  });
  return saved;
}
