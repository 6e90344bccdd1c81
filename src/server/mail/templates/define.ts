import type { EmailTemplate } from '../../../contract/email-templates.ts';

/** Something that only the moment of sending knows; `{{name}}` in subject and text. */
export interface Variable {
  readonly says: string;
  readonly sample: string;
  /** May have several lines; every other value is made one. */
  readonly lines?: true;
  /** The link that the mail is for, which opens an account: the text has to hold it, the subject must not. */
  readonly required?: true;
}

/** One mail that the product sends: what causes it, what it can say, and its words until somebody changes them. */
export interface MailTemplate {
  readonly label: string;
  readonly says: string;
  readonly variables: Readonly<Record<string, Variable>>;
  readonly subject: string;
  readonly body: string;
  /** Sent whatever anybody wishes: without it an account could not be opened, or be lost unnoticed. */
  readonly essential?: true;
  /** What it is about, for a preview with a real record. */
  readonly about: EmailTemplate['preview_with'];
}

/** Keeps the literal names of templates and variables. */
export function defineTemplates<const T extends Readonly<Record<string, MailTemplate>>>(templates: T): T {
  return templates;
}

/** What every mail can say besides. */
export const commonVariables = {
  company: { says: 'The name of your company.', sample: 'Moonbeam & Sons' },
  contact: {
    says: 'Your support address, or “your contact person” where none is set.',
    sample: 'support@example.com',
  },
  signature: {
    says: 'The name of your company, and below it where to ask.',
    sample: 'Moonbeam & Sons\nQuestions? Write to support@example.com',
    lines: true,
  },
} as const satisfies Record<string, Variable>;
