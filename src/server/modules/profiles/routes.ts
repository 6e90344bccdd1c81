import type { profileRoutes } from '../../../contract/profiles.ts';
import type { AppContext } from '../../app-context.ts';
import type { FieldChange } from '../../db/columns.ts';
import { userNames } from '../../db/names.ts';
import type { Handlers } from '../../http/handlers.ts';
import { chooseDefault, describeRoles } from './default-profiles.ts';
import { setPartners } from './partners.ts';
import { previewProfile } from './preview.ts';
import { listProfiles, versionsOf } from './repository.ts';
import { archiveProfile } from './retire.ts';
import { createProfile, saveProfile } from './service.ts';
import { shapeProfile, shapeProfiles, shownGrants } from './shape.ts';

export function profileHandlers(app: AppContext): Handlers<typeof profileRoutes> {
  const { db } = app;
  return {
    'GET /profiles': async ({ subject, query }) => {
      const archived = query.archived === undefined ? undefined : query.archived === 'true';
      const rows = await listProfiles(db, { role_type: query.role_type, archived });
      return { items: await shapeProfiles(db, subject, rows), roles: await describeRoles(db, subject) };
    },
    'PATCH /profiles/defaults': ({ subject, body, ifMatch }) => chooseDefault(app, subject, body, ifMatch),
    'POST /profiles': async ({ subject, body }) =>
      shapeProfile(db, subject, await createProfile(app, subject, body)),
    'GET /profiles/:id': ({ subject, record }) => shapeProfile(db, subject, record),
    'PATCH /profiles/:id': async ({ subject, record, body }) =>
      shapeProfile(db, subject, await saveProfile(app, subject, record, body)),
    'POST /profiles/:id/preview': ({ subject, record, body }) =>
      previewProfile(app, subject, record, body.grants),
    'GET /profiles/:id/versions': ({ record }) => readVersions(app, record.id),
    'POST /profiles/:id/archive': async ({ subject, record }) =>
      shapeProfile(db, subject, await archiveProfile(app, subject, record)),
    'POST /profiles/:id/partners': async ({ subject, record, body }) =>
      shapeProfile(db, subject, await setPartners(app, subject, record, body.partner_ids)),
  };
}

async function readVersions(app: AppContext, id: string) {
  const rows = await versionsOf(app.db, id);
  const authors = await userNames(
    app.db,
    rows.map((row) => row.author_id),
  );
  return {
    items: rows.map((row) => ({
      version: row.version,
      name: row.name,
      author: (row.author_id && authors.get(row.author_id)) ?? 'Ambit',
      reason: row.reason,
      changes: row.changes as FieldChange[],
      grants: shownGrants(row),
      created_at: row.created_at.toISOString(),
    })),
  };
}
