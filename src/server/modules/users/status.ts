import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { changeRecord, refusalOf } from '../../records/change-record.ts';
import { sendActivation, sendPasswordReset } from '../session/links.ts';
import { endSessions } from '../session/sessions.ts';
import { voidLinks } from '../session/tokens.ts';
import { givenProfile, requireConfer, requireProfile } from './confer.ts';
import { requireGlobalAdministrator } from './last-administrator.ts';
import { holdOwnRights } from './own-rights.ts';
import { holdsMore, type UserRow } from './records.ts';

type Status = UserRow['status'];

/** One permission covers them; the log tells them apart. */
const actions = {
  active: 'users.enable',
  suspended: 'users.suspend',
  deactivated: 'users.deactivate',
  signed_out: 'users.sign_out',
} as const;

/** Suspends a person; whatever they are signed in with ends at once. */
export async function suspendUser(
  app: AppContext,
  subject: SessionSubject,
  record: UserRow,
): Promise<UserRow> {
  refuseSelf(subject, record, 'suspended');
  requireStatus(record, 'active');
  return leave(app, subject, record, 'suspended');
}

/** Signs a person out wherever they are signed in; they stay active, and sign in again as before. */
export async function signOutUser(
  app: AppContext,
  subject: SessionSubject,
  record: UserRow,
): Promise<UserRow> {
  refuseSelf(subject, record, 'signed_out');
  requireStatus(record, 'active');
  await holdOwnRights(app, subject);
  await endSessions(app, record.id);
  await audit(app.db, {
    action: actions.signed_out,
    itemType: 'users',
    itemId: record.id,
    itemLabel: record.email,
  });
  return record;
}

/** Deactivates a person for good. Their record stays, for the log. */
export async function deactivateUser(
  app: AppContext,
  subject: SessionSubject,
  record: UserRow,
): Promise<UserRow> {
  refuseSelf(subject, record, 'deactivated');
  requireStatus(record, 'invited', 'active', 'suspended');
  return leave(app, subject, record, 'deactivated');
}

/** Lets a suspended person sign in again, unless their organization was closed: it gives them back all that they hold. */
export async function enableUser(
  app: AppContext,
  subject: SessionSubject,
  record: UserRow,
): Promise<UserRow> {
  refuseSelf(subject, record, 'active');
  requireStatus(record, 'suspended');
  await refuseClosed(app, record);
  await requireConfer(app.db, subject, await heldBy(app, record), {
    permission: 'users.suspend',
    itemId: record.id,
    itemLabel: record.email,
  });
  return setStatus(app, subject, record, 'active');
}

async function heldBy({ db }: AppContext, record: UserRow) {
  return {
    userId: record.id,
    role: record.role,
    profile: await requireProfile(db, record.profile_id),
    partnerId: record.partner_id,
    organizationId: record.organization_id,
    organizationInScope: true,
  };
}

async function leave(
  app: AppContext,
  subject: SessionSubject,
  record: UserRow,
  status: 'suspended' | 'deactivated',
): Promise<UserRow> {
  await holdOwnRights(app, subject);
  const user = await setStatus(app, subject, record, status);
  await endSessions(app, record.id);
  await voidLinks(app, record.id, ['activation', 'password_reset', 'email_change']);
  if (record.role === 'global_administrator') await requireGlobalAdministrator(app.db);
  return user;
}

/** The caller holds their own rights, here or by having them weighed. */
async function setStatus(
  app: AppContext,
  subject: SessionSubject,
  record: UserRow,
  status: Exclude<keyof typeof actions, 'signed_out'>,
): Promise<UserRow> {
  const log = { action: actions[status] };
  return changeRecord({ app, subject, record, permission: 'users.suspend', values: { status }, log });
}

/** Sends a link to set a new password. */
export async function resetPassword(
  app: AppContext,
  subject: SessionSubject,
  record: UserRow,
): Promise<UserRow> {
  requireStatus(record, 'active');
  return sendLink(app, subject, record, 'reset_password', sendPasswordReset);
}

/** Sends the activation mail again to somebody who has not used the first one. */
export async function resendActivation(
  app: AppContext,
  subject: SessionSubject,
  record: UserRow,
): Promise<UserRow> {
  requireStatus(record, 'invited');
  return sendLink(app, subject, record, 'resend_activation', sendActivation);
}

async function sendLink(
  app: AppContext,
  subject: SessionSubject,
  record: UserRow,
  what: string,
  send: (app: AppContext, user: UserRow) => Promise<unknown>,
): Promise<UserRow> {
  await requireNotAbove(app, subject, record);
  await send(app, record);
  await audit(app.db, {
    action: 'users.reset_password',
    itemType: 'users',
    itemId: record.id,
    itemLabel: record.email,
    detail: { sent: what },
  });
  return record;
}

async function requireNotAbove(app: AppContext, subject: SessionSubject, record: UserRow): Promise<void> {
  await holdOwnRights(app, subject);
  const profile = await app.db.q
    .selectFrom('profiles')
    .select(['id', 'name', 'role_type', 'grants'])
    .where('id', '=', record.profile_id)
    .executeTakeFirstOrThrow();
  if (!holdsMore(subject, record.role, profile.id, givenProfile(profile).grants)) return;
  throw new Problem('confer/exceeds-own-rights', { refusal: refusalOf('users.reset_password', record) });
}

function refuseSelf(subject: SessionSubject, record: UserRow, to: keyof typeof actions): void {
  if (record.id !== subject.userId) return;
  throw new Problem('confer/own-rights', {
    detail: 'Nobody suspends, enables, deactivates or signs out themselves in this way.',
    refusal: { ...refusalOf('users.suspend', record), action: actions[to] },
  });
}

function requireStatus(record: UserRow, ...allowed: Status[]): void {
  if (allowed.includes(record.status)) return;
  throw new Problem('record/state', { detail: `This user is ${record.status}.` });
}

async function refuseClosed(app: AppContext, record: UserRow): Promise<void> {
  const place = record.organization_id ?? record.partner_id;
  if (place === null) return;
  const organization = await app.db.q
    .selectFrom('organizations')
    .select('status')
    .where('id', '=', place)
    .forShare()
    .executeTakeFirstOrThrow();
  if (organization.status === 'closed') {
    throw new Problem('record/state', { detail: 'The organization of this user is closed.' });
  }
}
