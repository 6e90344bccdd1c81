import type { organizationRoutes } from '../../../contract/organizations.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { organizationImporter } from '../../import/import-organizations.ts';
import { importHandlers } from '../../import/routes.ts';
import { exportHandler, readHandlers, showing } from '../../records/read-handlers.ts';
import { assigneesFor } from './assignment.ts';
import { type OrganizationRow, organizations } from './records.ts';
import { assignOrganization, closeOrganization, createOrganization, updateOrganization } from './service.ts';

const exportColumns = [
  'number',
  'name',
  'kind',
  'status',
  'email',
  'phone',
  'industry',
  'country',
  'billing_street',
  'billing_city',
  'billing_region',
  'billing_postal_code',
  'currency',
  'payment_terms_days',
  'account_balance',
  'credit_balance',
  'customer_since',
  'source',
  'created_at',
] as const satisfies readonly (keyof OrganizationRow)[];

export function organizationHandlers(app: AppContext): Handlers<typeof organizationRoutes> {
  const show = showing(app, organizations);
  return {
    ...readHandlers(app, organizations),
    ...exportHandler(app, organizations, exportColumns),
    ...importHandlers(app, organizationImporter),
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
