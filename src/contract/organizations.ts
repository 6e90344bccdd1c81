import { z } from 'zod';
import { permit } from './access.ts';
import { defineResource, exportRoute, importRoutes, readRoutes } from './resource.ts';
import {
  defineRoutes,
  email,
  empty,
  money,
  optionalText,
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

const kinds = z.enum(['customer', 'partner']);
const status = z.enum(['active', 'closed']);

export const organizations = defineResource('organizations', {
  shape: {
    number: z.string(),
    ...details,
    name: z.string(),
    email: z.string().nullable(),
    country: z.string().nullable(),
    kind: kinds,
    status,
    partner: person.nullable(),
    account_executive: person.nullable(),
    partner_account_executive: person.nullable(),
    account_balance: money,
    credit_balance: money,
    last_payment: money.nullable(),
    last_payment_at: timestamp.nullable(),
    last_invoice_date: z.iso.date().nullable(),
  },
  sorts: { created_at: 'timestamptz', name: 'text' },
  filters: {
    status,
    kind: kinds,
    country,
    industry: z.string().max(100),
    partner_id: uuid,
    account_executive_id: uuid,
    partner_account_executive_id: uuid,
  },
});
/** One organization as its reader sees it. Money in minor units. */
export type Organization = z.infer<typeof organizations.shape>;

/** What a new organization takes; only the name is required. */
export const organizationCreate = z
  .strictObject({
    ...details,
    kind: kinds,
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

export const organizationRoutes = defineRoutes({
  ...readRoutes(organizations),
  ...exportRoute(organizations),
  ...importRoutes('organizations'),
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
    output: organizations.shape,
    status: 201,
  },
  'PATCH /organizations/:id': {
    access: permit('organizations.edit'),
    says: 'Changes details of an organization.',
    body: organizationEdit,
    output: organizations.shape,
    versioned: true,
  },
  'POST /organizations/:id/assign': {
    access: permit('organizations.assign'),
    says: 'Assigns an organization to an account executive, partner or partner account executive.',
    body: assignment,
    output: organizations.shape,
    versioned: true,
  },
  'POST /organizations/:id/close': {
    access: permit('organizations.edit'),
    says: 'Closes an organization without open balance and suspends its users.',
    body: empty,
    output: organizations.shape,
    versioned: true,
  },
});
