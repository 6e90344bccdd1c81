import { z } from 'zod';
import { permit } from './access.ts';
import {
  can,
  countOutput,
  countQuery,
  defineRoutes,
  email,
  empty,
  exportQuery,
  listQuery,
  money,
  optionalText,
  pageOf,
  person,
  requiredText,
  timestamp,
  uuid,
} from './route.ts';

const currency = z.string().regex(/^[A-Z]{3}$/, 'Must be a three-letter currency code such as EUR');
const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'Must be a two-letter country code such as PL');
const details = {
  name: requiredText(200),
  email: email.nullable(),
  phone: optionalText(50),
  industry: optionalText(100),
  country: country.nullable(),
  billing_street: optionalText(200),
  billing_city: optionalText(100),
  billing_region: optionalText(100),
  billing_postal_code: optionalText(20),
  currency,
  payment_terms_days: z.int().min(0).max(365),
  customer_since: z.iso.date().nullable(),
  source: optionalText(100),
};

/** One organization as its reader sees it. Money in minor units. */
export const organization = z.object({
  id: uuid,
  version: z.int(),
  number: z.string(),
  ...details,
  name: z.string(),
  email: z.string().nullable(),
  country: z.string().nullable(),
  kind: z.enum(['customer', 'partner']),
  status: z.enum(['active', 'closed']),
  partner: person.nullable(),
  account_executive: person.nullable(),
  partner_account_executive: person.nullable(),
  account_balance: money,
  credit_balance: money,
  last_payment: money.nullable(),
  last_payment_at: timestamp.nullable(),
  last_invoice_date: z.iso.date().nullable(),
  created_at: timestamp,
  updated_at: timestamp,
  can,
});
export type Organization = z.infer<typeof organization>;

/** What a new organization takes; only the name is required. */
export const organizationCreate = z
  .strictObject({
    ...details,
    kind: z.enum(['customer', 'partner']),
    parent_partner_id: uuid.nullable(),
    account_executive_id: uuid.nullable(),
    partner_account_executive_id: uuid.nullable(),
  })
  .partial()
  .required({ name: true });
export const organizationEdit = z.strictObject(details).partial();
export const assignment = z
  .strictObject({
    account_executive_id: uuid.nullable(),
    partner_id: uuid.nullable(),
    partner_account_executive_id: uuid.nullable(),
  })
  .partial();

export const organizationSorts = ['-created_at', 'created_at', 'name', '-name'] as const;
export const organizationFilters = {
  status: z.enum(['active', 'closed']).optional(),
  kind: z.enum(['customer', 'partner']).optional(),
  country: country.optional(),
  industry: z.string().max(100).optional(),
  partner_id: uuid.optional(),
  account_executive_id: uuid.optional(),
  partner_account_executive_id: uuid.optional(),
};

export const organizationRoutes = defineRoutes({
  'GET /organizations': {
    access: permit('organizations.view'),
    says: 'Lists organizations.',
    query: listQuery(organizationSorts, organizationFilters),
    output: pageOf(organization),
  },
  'GET /organizations/count': {
    access: permit('organizations.view'),
    says: 'Counts organizations, up to 1,000.',
    query: countQuery(organizationFilters),
    output: countOutput,
  },
  'GET /organizations/export.csv': {
    access: permit('organizations.export'),
    says: 'Downloads organizations as CSV.',
    query: exportQuery(organizationSorts, organizationFilters),
    file: 'text/csv',
  },
  'GET /organizations/assignees': {
    access: permit('organizations.assign'),
    says: 'The people and partners an organization can be assigned to by the reader.',
    output: z.object({
      account_executives: z.array(person),
      partners: z.array(person),
      partner_account_executives: z.array(z.object({ id: uuid, name: z.string(), partner_id: uuid })),
    }),
  },
  'POST /organizations': {
    access: permit('organizations.create'),
    says: 'Adds an organization.',
    body: organizationCreate,
    output: organization,
    status: 201,
  },
  'GET /organizations/:id': {
    access: permit('organizations.view'),
    says: 'One organization.',
    output: organization,
  },
  'PATCH /organizations/:id': {
    access: permit('organizations.edit'),
    says: 'Changes details of an organization.',
    body: organizationEdit,
    output: organization,
    versioned: true,
  },
  'POST /organizations/:id/assign': {
    access: permit('organizations.assign'),
    says: 'Assigns an organization to an account executive, partner or partner account executive.',
    body: assignment,
    output: organization,
    versioned: true,
  },
  'POST /organizations/:id/close': {
    access: permit('organizations.edit'),
    says: 'Closes an organization without open balance and suspends its users.',
    body: empty,
    output: organization,
    versioned: true,
  },
});
