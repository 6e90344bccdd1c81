import { z } from 'zod';
import { permit } from './access.ts';
import { mostAssigned } from './most-assigned.ts';
import { defineResource, exportRoute, historyRoute, importRoutes, readRoutes } from './resource.ts';
import {
  day,
  defineRoutes,
  email,
  empty,
  money,
  offerOf,
  offerQuery,
  optionalText,
  person,
  requiredText,
  timestamp,
  uuid,
} from './route.ts';
import { timelineRoutes } from './timeline.ts';

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
    created_from: day,
    created_to: day,
  },
});
/** One organization as its reader sees it. Money in minor units. */
export type Organization = z.infer<typeof organizations.shape>;

/** The person who signs in for a new customer: invited with it, or neither is added. */
const firstUser = z.strictObject({
  profile_id: uuid,
  first_name: requiredText(100),
  last_name: requiredText(100),
  email,
});

/** What a new organization takes; only the name is required. */
export const organizationCreate = z
  .strictObject({
    ...details,
    kind: kinds,
    parent_partner_id: uuid.nullable(),
    account_executive_id: uuid.nullable(),
    partner_account_executive_id: uuid.nullable(),
    first_user: firstUser,
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

/** A partner with its number, or a person with the partner that they work for. */
const assignee = z.object({ ...person.shape, number: z.string().nullable(), partner_id: uuid.nullable() });

/** What becomes of one organization of a bulk assignment; nothing but its id of one that is out of sight. */
export const bulkVerdict = z.object({
  id: uuid,
  name: z.string().nullable(),
  number: z.string().nullable(),
  verdict: z.enum(['moves', 'stays', 'refused']),
  /** Why it is refused, in words. */
  why: z.string().nullable(),
});

const sees = z.array(z.object({ ...person.shape, organizations: z.int() }));

/** What a bulk assignment does to each organization, and how many of them who sees no more, or anew. */
export const bulkAssignment = z.object({
  items: z.array(bulkVerdict),
  sight: z.object({ loses: sees, gains: sees }),
});

export const organizationRoutes = defineRoutes({
  ...readRoutes(organizations),
  ...exportRoute(organizations),
  ...historyRoute('organizations'),
  ...timelineRoutes,
  ...importRoutes('organizations'),
  'GET /organizations/assignees': {
    access: permit('organizations.assign'),
    says: 'The people, or partners, that the reader can assign an organization to: by name, by the e-mail of people they may view, or by the number of a partner.',
    query: offerQuery.extend({
      as: z.enum(['account_executive', 'partner', 'partner_account_executive']),
      /** Only people of this partner. */
      partner_id: uuid.optional(),
    }),
    output: offerOf(assignee),
  },
  'GET /organizations/books': {
    access: permit('organizations.view'),
    says: 'How many active organizations each executive looks after and what these owe, as far as the reader sees them.',
    insideLoginAs: true,
    query: z.strictObject({ by: z.enum(['account_executive', 'partner_account_executive']) }),
    output: z.object({
      items: z.array(z.object({ executive: person, organizations: z.int(), balances: z.array(money) })),
    }),
  },
  'POST /organizations/assign': {
    access: permit('organizations.assign'),
    says: 'Assigns many organizations: tried out first, then all of them or none.',
    body: z.strictObject({
      organizations: z
        .array(z.strictObject({ id: uuid, version: z.int() }))
        .min(1)
        .max(mostAssigned)
        .refine((each) => new Set(each.map(({ id }) => id)).size === each.length, 'Each only once'),
      to: assignment,
      dry_run: z.boolean(),
    }),
    output: bulkAssignment,
  },
  'POST /organizations': {
    access: permit('organizations.create'),
    says: 'Adds an organization.',
    insideLoginAs: true,
    body: organizationCreate,
    output: organizations.shape,
    status: 201,
  },
  'PATCH /organizations/:id': {
    access: permit('organizations.edit'),
    says: 'Changes details of an organization.',
    insideLoginAs: true,
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
