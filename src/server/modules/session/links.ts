import type { AppContext } from '../../app-context.ts';
import { sendMail } from '../../mail/send-mail.ts';
import { momentFor } from './own-formats.ts';
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
  await sendMail(app, 'activation', { to: user.email, values: { first_name: user.first_name, link } });
}

/** Queues the mail with which somebody sets a new password; in the caller's transaction. */
export async function sendPasswordReset(app: AppContext, user: Recipient): Promise<void> {
  const link = await issueLink(app, { purpose: 'password_reset', userId: user.id });
  await sendMail(app, 'password_reset', { to: user.email, values: { first_name: user.first_name, link } });
}

/** Queues the link that proves a new address, to that address. */
export async function sendEmailChange(app: AppContext, user: Recipient, newEmail: string): Promise<void> {
  const link = await issueLink(app, { purpose: 'email_change', userId: user.id, newEmail });
  await sendMail(app, 'verify_email', { to: newEmail, values: { first_name: user.first_name, link } });
}

export async function tellPasswordChanged(app: AppContext, user: Recipient): Promise<void> {
  await sendMail(app, 'password_changed', { to: user.email, values: await ofNow(app, user) });
}

/** Told to the address that no longer belongs to the account. */
export async function tellEmailChanged(app: AppContext, user: Recipient): Promise<void> {
  await sendMail(app, 'email_changed', { to: user.email, values: await ofNow(app, user) });
}

async function ofNow(app: AppContext, user: Recipient) {
  return { first_name: user.first_name, when: await momentFor(app, user.id, app.clock()) };
}

export async function companyName(app: AppContext): Promise<string> {
  const settings = await app.db.q.selectFrom('company_settings').select('name').executeTakeFirst();
  return settings?.name ?? 'Ambit';
}
