import { billingMails } from './billing.ts';
import { caseMails } from './cases.ts';
import { commonVariables, type MailTemplate, type Variable } from './define.ts';
import { notificationMails } from './notifications.ts';
import { peopleMails } from './people.ts';
import { subscriptionMails } from './subscriptions.ts';

/** Every mail that the product sends. */
export const mailTemplates = {
  ...peopleMails,
  ...billingMails,
  ...subscriptionMails,
  ...caseMails,
  ...notificationMails,
} as const;

type Templates = typeof mailTemplates;
export type TemplateKey = keyof Templates;
/** What whoever sends the mail has to say: a value for each of its variables. */
export type ValuesOf<K extends TemplateKey> = {
  readonly [V in keyof Templates[K]['variables']]: string;
};

export const templateKeys = Object.keys(mailTemplates) as readonly TemplateKey[];

/** True when the text names a mail of the product. */
export function isTemplate(key: string): key is TemplateKey {
  return Object.hasOwn(mailTemplates, key);
}

/** The declaration of one mail, without its literal types. */
export function templateOf(key: TemplateKey): MailTemplate {
  return mailTemplates[key];
}

/** What a mail can say: its own variables, then those of every mail. */
export function variablesOf(key: TemplateKey): Readonly<Record<string, Variable>> {
  return { ...templateOf(key).variables, ...commonVariables };
}
