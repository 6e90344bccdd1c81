import { visible } from '../../../access/subject.ts';
import type { organizationRoutes } from '../../../contract/organizations.ts';
import type { AppContext } from '../../app-context.ts';
import { exportPages } from '../../http/export-pages.ts';
import type { Handlers } from '../../http/handlers.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { assigneesFor } from './assignment.ts';
import {
  countOrganizations,
  listOrganizations,
  type OrganizationRow,
  shapeOrganizations,
} from './repository.ts';
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
  const { db } = app;
  const one = async (subject: SessionSubject, row: OrganizationRow) => {
    const [shaped] = await shapeOrganizations(db, subject, [row]);
    if (!shaped) throw new Error('A row was lost while it was shaped');
    return shaped;
  };
  return {
    'GET /organizations': async ({ subject, query }) => {
      const { rows, next } = await listOrganizations(db, visible(subject, 'organizations'), query);
      return { items: await shapeOrganizations(db, subject, rows), next };
    },
    'GET /organizations/count': ({ subject, query }) =>
      countOrganizations(db, visible(subject, 'organizations'), query),
    'GET /organizations/export.csv': async ({ query, again }) =>
      exportPages({
        columns: exportColumns,
        again,
        page: (subject, after) =>
          listOrganizations(db, visible(subject, 'organizations', 'organizations.export'), {
            ...query,
            limit: 500,
            after,
          }),
        cells: (row: OrganizationRow) => exportColumns.map((column) => row[column]),
      }),
    'GET /organizations/assignees': ({ subject }) => assigneesFor(app, subject),
    'POST /organizations': async ({ subject, body }) =>
      one(subject, await createOrganization(app, subject, body)),
    'GET /organizations/:id': ({ subject, record }) => one(subject, record),
    'PATCH /organizations/:id': async ({ subject, record, body }) =>
      one(subject, await updateOrganization(app, subject, record, body)),
    'POST /organizations/:id/assign': async ({ subject, record, body }) =>
      one(subject, await assignOrganization(app, subject, record, body)),
    'POST /organizations/:id/close': async ({ subject, record }) =>
      one(subject, await closeOrganization(app, subject, record)),
  };
}
