import type { organizationRoutes } from '../../../contract/organizations.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { organizationImporter } from '../../import/import-organizations.ts';
import { importHandlers } from '../../import/routes.ts';
import { exportHandler, historyHandler, readHandlers, showing } from '../../records/read-handlers.ts';
import { timelineOf } from '../../records/timeline.ts';
import { assigneesFor } from './assignment.ts';
import { organizationExport } from './export.ts';
import { organizations } from './records.ts';
import { assignOrganization, closeOrganization, createOrganization, updateOrganization } from './service.ts';

export function organizationHandlers(app: AppContext): Handlers<typeof organizationRoutes> {
  const show = showing(app, organizations);
  return {
    ...readHandlers(app, organizations),
    ...exportHandler(app, organizationExport),
    ...historyHandler(app, organizations),
    ...importHandlers(app, organizationImporter),
    'GET /organizations/:id/timeline': ({ subject, record, query }) =>
      timelineOf(app.db, subject, { organizationId: record.id, ...query }),
    'GET /organizations/assignees': ({ subject }) => assigneesFor(app, subject),
    'POST /organizations': show(({ subject, body }) => createOrganization(app, subject, body)),
    'PATCH /organizations/:id': show(({ subject, record, body }) =>
      updateOrganization(app, subject, record, body),
    ),
    'POST /organizations/:id/assign': show(({ subject, record, body }) =>
      assignOrganization(app, subject, record, body),
    ),
    'POST /organizations/:id/close': show(({ subject, record }) => closeOrganization(app, subject, record)),
  };
}
