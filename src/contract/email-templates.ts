import { z } from 'zod';
import { permit } from './access.ts';
import { can, defineRoutes, person, requiredText, timestamp, uuid } from './route.ts';

/** What a template's records are, for a preview with real ones; null: samples only. */
export const previewSubjects = ['users', 'invoices', 'payments', 'subscriptions'] as const;

const variable = z.object({
  name: z.string(),
  says: z.string(),
  sample: z.string(),
  /** The link that the mail is for: the text has to hold it, the subject must not. */
  required: z.boolean(),
});

/** Several lines of plain text. */
const body = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().min(1, 'Must not be empty').max(10_000));
const subject = requiredText(200);

/** One mail that the product sends, as it is in force now. */
export const emailTemplate = z.object({
  key: z.string(),
  label: z.string(),
  /** What causes it. */
  says: z.string(),
  subject: z.string(),
  body: z.string(),
  default_subject: z.string(),
  default_body: z.string(),
  /** Whether subject or text differ from the default. */
  changed: z.boolean(),
  active: z.boolean(),
  /** Whether it can be switched off. */
  optional: z.boolean(),
  variables: z.array(variable),
  preview_with: z.enum(previewSubjects).nullable(),
  /** 0: never touched. */
  version: z.int(),
  changed_by: person.nullable(),
  changed_at: timestamp.nullable(),
  can,
});
/** One template as its page shows it. */
export type EmailTemplate = z.infer<typeof emailTemplate>;

/** A mail as it would arrive. */
export const renderedMail = z.object({ subject: z.string(), body: z.string() });

/** Routes of e-mail templates, by key instead of id; 422 names what could not be sent. */
export const emailTemplateRoutes = defineRoutes({
  'GET /email-templates': {
    access: permit('email_templates.view'),
    says: 'Every mail that is sent, with its words.',
    output: z.object({ items: z.array(emailTemplate) }),
  },
  'GET /email-templates/:key': {
    access: permit('email_templates.view'),
    says: 'One e-mail template.',
    output: emailTemplate,
  },
  'PATCH /email-templates/:key': {
    access: permit('email_templates.edit'),
    says: 'Changes subject, text or whether it is sent. Variables that do not exist are refused by name.',
    body: z.strictObject({ subject, body, active: z.boolean() }).partial(),
    output: emailTemplate,
    versioned: true,
  },
  'POST /email-templates/:key/restore': {
    access: permit('email_templates.edit'),
    says: 'Brings back the subject and text that the product came with.',
    output: emailTemplate,
    versioned: true,
  },
  'POST /email-templates/:key/preview': {
    access: permit('email_templates.view'),
    says: 'Shows the mail with samples, or with a record that the reader may view. Nothing is sent.',
    body: z.strictObject({ subject, body, record_id: uuid.nullable() }).partial(),
    output: renderedMail,
  },
  'POST /email-templates/:key/test': {
    access: permit('email_templates.edit'),
    says: 'Sends the mail with samples to whoever asks, and to nobody else.',
    body: z.strictObject({ subject, body }).partial(),
    status: 202,
  },
});
