import type { AppContext } from '../../app-context.ts';
import {
  activationMail,
  emailChangedMail,
  passwordChangedMail,
  passwordResetMail,
  verifyEmailMail,
} from '../../mail/templates.ts';
import { issueLink } from './tokens.ts';

/** Whom a mail is for. */
export interface Recipient {
  readonly id: string;
  readonly email: string;
  readonly first_name: string;
}

/** Queues the mail with which an invited person sets the first password; in the caller's transaction. */
export async function sendActivation(app: AppContext, user: Recipient): Promise<void> {
  const link = await issueLink(app, { purpose: 'activation', userId: user.id });
  await app.mail.queue(activationMail({ ...(await addressed(app, user)), link }));
}

/** Queues the mail with which somebody sets a new password; in the caller's transaction. */
export async function sendPasswordReset(app: AppContext, user: Recipient): Promise<void> {
  const link = await issueLink(app, { purpose: 'password_reset', userId: user.id });
  await app.mail.queue(passwordResetMail({ ...(await addressed(app, user)), link }));
}

/** Queues the link that proves a new address, to that address. */
export async function sendEmailChange(app: AppContext, user: Recipient, newEmail: string): Promise<void> {
  const link = await issueLink(app, { purpose: 'email_change', userId: user.id, newEmail });
  await app.mail.queue(verifyEmailMail({ ...(await addressed(app, user)), to: newEmail, link }));
}

export async function tellPasswordChanged(app: AppContext, user: Recipient): Promise<void> {
  await app.mail.queue(passwordChangedMail(await addressed(app, user)));
}

/** Told to the address that no longer belongs to the account. */
export async function tellEmailChanged(app: AppContext, user: Recipient): Promise<void> {
  await app.mail.queue(emailChangedMail(await addressed(app, user)));
}

async function addressed(app: AppContext, user: Recipient) {
  const settings = await app.db.q
    .selectFrom('company_settings')
    .select(['name', 'support_email'])
    .executeTakeFirst();
  return {
    to: user.email,
    firstName: user.first_name,
    company: settings?.name ?? 'Ambit',
    support: settings?.support_email ?? null,
  };
}

export async function companyName(app: AppContext): Promise<string> {
  const settings = await app.db.q.selectFrom('company_settings').select('name').executeTakeFirst();
  return settings?.name ?? 'Ambit';
}
