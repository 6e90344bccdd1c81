import { z } from 'zod';
import { permit } from './access.ts';
import { defineResource, exportRoute, historyRoute, readRoutes } from './resource.ts';
import { defineRoutes, email, optionalText, person, requiredText, uuid } from './route.ts';

const kind = z.enum(['primary', 'billing', 'technical', 'other']);
const details = {
  first_name: requiredText(100),
  last_name: requiredText(100),
  email: email.nullable(),
  phone: optionalText(50),
  job_title: optionalText(100),
  kind,
};

export const contacts = defineResource('contacts', {
  shape: {
    first_name: z.string(),
    last_name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    job_title: z.string().nullable(),
    kind,
    organization: person,
  },
  sorts: { created_at: 'timestamptz', last_name: 'text' },
  filters: { kind, organization_id: uuid },
});
/** One contact as its reader sees it. */
export type Contact = z.infer<typeof contacts.shape>;

export const contactRoutes = defineRoutes({
  ...readRoutes(contacts),
  ...exportRoute(contacts),
  ...historyRoute('contacts'),
  'POST /contacts': {
    access: permit('contacts.create'),
    says: 'Adds a contact to an organization.',
    insideLoginAs: true,
    body: z
      .strictObject({ ...details, organization_id: uuid })
      .partial()
      .required({
        first_name: true,
        last_name: true,
        organization_id: true,
      }),
    output: contacts.shape,
    status: 201,
  },
  'PATCH /contacts/:id': {
    access: permit('contacts.edit'),
    says: 'Changes a contact.',
    insideLoginAs: true,
    body: z.strictObject(details).partial(),
    output: contacts.shape,
    versioned: true,
  },
  'POST /contacts/:id/delete': {
    access: permit('contacts.delete'),
    says: 'Removes a contact; what it said stays in the audit log.',
    insideLoginAs: true,
    versioned: true,
  },
});
