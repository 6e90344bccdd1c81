import type { AppContext } from '../app-context.ts';
import type { Row } from '../db/tables.ts';
import type { Mail } from './mail-queue.ts';
import { problemsIn, render, type Words } from './render.ts';
import { type TemplateKey, templateOf, type ValuesOf, variablesOf } from './templates/all.ts';

export interface Letter<K extends TemplateKey> {
  readonly to: string;
  readonly values: ValuesOf<K>;
  readonly attachment?: Mail['attachment'];
}

type Mailing = Pick<AppContext, 'db' | 'mail'>;
type Company = Pick<Row<'company_settings'>, 'name' | 'support_email'>;
type Override = Row<'email_templates'>;

/** Puts a mail into the queue. False: it is switched off, and nothing was sent. */
export type Send = <K extends TemplateKey>(key: K, letter: Letter<K>) => Promise<boolean>;

/** The one way to send a mail, in the caller's transaction: the words in force, filled in, and queued. */
export async function sendMail<K extends TemplateKey>(
  app: Mailing,
  key: K,
  letter: Letter<K>,
): Promise<boolean> {
  const send = await mailer(app);
  return send(key, letter);
}

/** The same for several mails, whose words are read once. */
export async function mailer({ db, mail }: Mailing): Promise<Send> {
  const overrides = await db.q.selectFrom('email_templates').selectAll().execute();
  const company = await senderOf({ db });
  return async (key, { to, values, attachment }) => {
    const override = overrides.find((row) => row.key === key);
    if (!isActive(key, override)) return false;
    const said = { ...values, ...company };
    const { subject, body } = render(wordsOf(key, override), variablesOf(key), said);
    await mail.queue({ to, template: key, subject, text: body, ...(attachment ? { attachment } : {}) });
    return true;
  };
}

/** Whether mails of this kind are sent at all. */
export async function isSent({ db }: Pick<Mailing, 'db'>, key: TemplateKey): Promise<boolean> {
  const override = await db.q
    .selectFrom('email_templates')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst();
  return isActive(key, override);
}

export function isActive(key: TemplateKey, override: Override | undefined): boolean {
  return templateOf(key).essential === true || override?.active !== false;
}

/** The words in force; those of an older version that can no longer be sent give way to the default. */
export function wordsOf(key: TemplateKey, override: Override | undefined): Words {
  const { subject, body } = override ?? {};
  if (subject && body && problemsIn({ subject, body }, variablesOf(key)).length === 0) {
    return { subject, body };
  }
  return templateOf(key);
}

/** What every mail can say of the company. */
export async function senderOf({ db }: Pick<Mailing, 'db'>) {
  const company = await db.q
    .selectFrom('company_settings')
    .select(['name', 'support_email'])
    .executeTakeFirst();
  return companyValues(company ?? { name: 'Ambit', support_email: null });
}

function companyValues({ name, support_email }: Company) {
  return {
    company: name,
    contact: support_email ?? 'your contact person',
    signature: support_email === null ? name : `${name}\nQuestions? Write to ${support_email}`,
  };
}
