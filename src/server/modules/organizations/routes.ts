import type { organizationRoutes } from '../../../contract/organizations.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { organizationImporter } from '../../import/import-organizations.ts';
import { importHandlers } from '../../import/routes.ts';
import { exportHandler, historyHandler, readHandlers, showing } from '../../records/read-handlers.ts';
import { timelineOf } from '../../records/timeline.ts';
import { assignMany } from './assign-many.ts';
import { assigneesFor } from './assignees.ts';
import { booksFor } from './books.ts';
import { organizationExport } from './export.ts';
import { addWithFirstUser } from './first-user.ts';
import { organizations } from './records.ts';
import { assignOrganization, closeOrganization, updateOrganization } from './service.ts';

export function organizationHandlers(app: AppContext): Handlers<typeof organizationRoutes> {
  const show = showing(app, organizations);
  return {
    ...readHandlers(app, organizations),
    ...exportHandler(app, organizationExport),
    ...historyHandler(app, organizations),
    ...importHandlers(app, organizationImporter),
    'GET /organizations/:id/timeline': ({ subject, record, query }) =>
      timelineOf(app.db, subject, { organizationId: record.id, ...query }),
    'GET /organizations/assignees': ({ subject, query }) => assigneesFor(app, subject, query),
    'GET /organizations/books': ({ subject, query }) => booksFor(app, subject, query.by),
    'POST /organizations/assign': ({ subject, body }) => assignMany(app, subject, body),
    'POST /organizations': show(({ subject, body }) => addWithFirstUser(app, subject, body)),
    'PATCH /organizations/:id': show(({ subject, record, body }) =>
      updateOrganization(app, subject, record, body),
    ),
    'POST /organizations/:id/assign': show(({ subject, record, body }) =>
      assignOrganization(app, subject, record, body),
    ),
    'POST /organizations/:id/close': show(({ subject, record }) => closeOrganization(app, subject, record)),
  };
}
