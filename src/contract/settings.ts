import { z } from 'zod';
import { permit } from './access.ts';
import { anyFormat, formats } from './formats.ts';
import {
  can,
  change,
  changeNames,
  defineRoutes,
  email,
  exportQuery,
  listQuery,
  pageOf,
  requiredText,
  timestamp,
  uuid,
} from './route.ts';

export const companySettings = z.object({
  version: z.int(),
  name: z.string(),
  currency: z.string(),
  time_zone: z.string(),
  language: z.string(),
  support_email: z.string().nullable(),
  can,
});

export const auditEntry = z.object({
  id: uuid,
  at: timestamp,
  actor_id: uuid.nullable(),
  actor_name: z.string(),
  subject_id: uuid.nullable(),
  /** As whom, where the actor was logged in as somebody else. */
  subject_name: z.string().nullable(),
  address: z.string().nullable(),
  request_id: z.string().nullable(),
  decision_id: z.string().nullable(),
  item_type: z.string(),
  item_id: uuid.nullable(),
  item_label: z.string().nullable(),
  action: z.string(),
  outcome: z.enum(['allowed', 'refused']),
  code: z.string().nullable(),
  changes: z.array(change),
  names: changeNames,
  detail: z.unknown(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditFilters = {
  actor_id: uuid.optional(),
  subject_id: uuid.optional(),
  item_type: z.string().max(50).optional(),
  item_id: uuid.optional(),
  action: z.string().max(100).optional(),
  outcome: z.enum(['allowed', 'refused']).optional(),
  decision_id: z.string().max(64).optional(),
  request_id: z.string().max(64).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};
const auditSorts = ['-at'] as const;

const mail = z.object({
  id: uuid,
  to_address: z.string(),
  subject: z.string(),
  body_text: z.string(),
  template: z.string(),
  status: z.string(),
  error: z.string().nullable(),
  created_at: timestamp,
});

export const settingsRoutes = defineRoutes({
  'GET /company-settings': {
    access: permit('company_settings.view'),
    says: 'The settings of this installation.',
    insideLoginAs: true,
    output: companySettings,
  },
  'PATCH /company-settings': {
    access: permit('company_settings.edit'),
    says: 'Changes the settings of this installation.',
    body: z
      .strictObject({
        name: requiredText(200),
        currency: z.string().regex(/^[A-Z]{3}$/, 'Must be a three-letter currency code such as EUR'),
        time_zone: z.string().max(64),
        language: z.enum([anyFormat, ...formats]),
        support_email: email.nullable(),
      })
      .partial(),
    output: companySettings,
    versioned: true,
  },
  'GET /audit-log': {
    access: permit('audit_log.view'),
    says: 'Every change and every refusal, newest first.',
    insideLoginAs: true,
    query: listQuery(auditSorts, auditFilters),
    output: pageOf(auditEntry),
  },
  'GET /audit-log/export.csv': {
    access: permit('audit_log.export'),
    says: 'Downloads the log as CSV.',
    query: exportQuery(auditSorts, auditFilters),
    file: 'text/csv',
  },
  'GET /outbox': {
    access: permit('company_settings.edit'),
    says: 'Mails of an installation without a mail server, newest first. Global Administrators only: links in them open accounts.',
    output: z.object({ items: z.array(mail) }),
  },
});
