import { z } from 'zod';
import { permit } from './access.ts';
import {
  can,
  countOutput,
  countQuery,
  defineRoutes,
  email,
  listQuery,
  optionalText,
  pageOf,
  person,
  requiredText,
  timestamp,
  uuid,
} from './route.ts';

const kind = z.enum(['primary', 'billing', 'technical', 'other']);
const details = {
  first_name: requiredText(100),
  last_name: requiredText(100),
  email: email.nullable(),
  phone: optionalText(50),
  job_title: optionalText(100),
  kind,
};

/** One contact as its reader sees it. */
export const contact = z.object({
  id: uuid,
  version: z.int(),
  first_name: z.string(),
  last_name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  job_title: z.string().nullable(),
  kind,
  organization: person,
  created_at: timestamp,
  updated_at: timestamp,
  can,
});
export type Contact = z.infer<typeof contact>;

export const contactSorts = ['-created_at', 'created_at', 'last_name', '-last_name'] as const;
export const contactFilters = { kind: kind.optional(), organization_id: uuid.optional() };

export const contactRoutes = defineRoutes({
  'GET /contacts': {
    access: permit('contacts.view'),
    says: 'Lists contacts.',
    query: listQuery(contactSorts, contactFilters),
    output: pageOf(contact),
  },
  'GET /contacts/count': {
    access: permit('contacts.view'),
    says: 'Counts contacts, up to 1,000.',
    query: countQuery(contactFilters),
    output: countOutput,
  },
  'POST /contacts': {
    access: permit('contacts.create'),
    says: 'Adds a contact to an organization.',
    body: z
      .strictObject({ ...details, organization_id: uuid })
      .partial()
      .required({
        first_name: true,
        last_name: true,
        organization_id: true,
      }),
    output: contact,
    status: 201,
  },
  'GET /contacts/:id': { access: permit('contacts.view'), says: 'One contact.', output: contact },
  'PATCH /contacts/:id': {
    access: permit('contacts.edit'),
    says: 'Changes a contact.',
    body: z.strictObject(details).partial(),
    output: contact,
    versioned: true,
  },
  'POST /contacts/:id/delete': {
    access: permit('contacts.delete'),
    says: 'Removes a contact; what it said stays in the audit log.',
    versioned: true,
  },
});
