import type { z } from 'zod';
import type { Role } from '../../../catalog/roles.ts';
import type { userCreate, userRoutes } from '../../../contract/users.ts';
import type { AppContext } from '../../app-context.ts';
import { audit, changesBetween } from '../../audit/audit.ts';
import { given } from '../../given.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { changeRecord } from '../../records/change-record.ts';
import { sendActivation } from '../session/links.ts';
import { requireConfer, requireProfile } from './confer.ts';
import { requireGlobalAdministrator } from './last-administrator.ts';
import { placeOf, requirePartnerAdministrator, requirePlace } from './membership.ts';
import type { UserRow } from './records.ts';
import { insertUser } from './repository.ts';

export type NewUser = z.output<typeof userCreate>;
type UserEdit = z.output<(typeof userRoutes)['PATCH /users/:id']['body']>;
type Assignment = z.output<(typeof userRoutes)['POST /users/:id/assign-profile']['body']>;

/** Invites a person: only into a role, profile and place that the inviter may give, and with an address of their own. */
export async function createUser(app: AppContext, subject: SessionSubject, asked: NewUser): Promise<UserRow> {
  const { role, first_name, last_name, email, effective_date_alignment } = asked;
  const place = await requirePlace(app, subject, role, asked);
  const profile = await requireProfile(app.db, asked.profile_id);
  await requireConfer(
    app.db,
    subject,
    {
      userId: null,
      role,
      profile,
      partnerId: place.partner_id,
      organizationId: place.organization_id,
      organizationInScope: true,
    },
    { permission: 'users.invite', itemId: null, itemLabel: email },
  );
  const values = { role, first_name, last_name, email, ...given({ effective_date_alignment }), ...place };
  const user = await insertUser(app.db, { ...values, profile_id: profile.id, created_by: subject.userId });
  if (!user) throw invalid('email', 'This address can not be used for a new user', 'duplicate');
  const changes = changesBetween({}, { ...values, profile: profile.name, status: user.status });
  await audit(app.db, {
    action: 'users.invite',
    itemType: 'users',
    itemId: user.id,
    itemLabel: user.email,
    changes: changes.filter(({ to }) => to !== null),
  });
  await sendActivation(app, user);
  return user;
}

/** Changes names and details. */
export async function updateUser(
  app: AppContext,
  subject: SessionSubject,
  record: UserRow,
  edit: UserEdit,
): Promise<UserRow> {
  refuseDeactivated(record);
  const administrator = edit.partner_administrator_id;
  if (administrator && administrator !== record.partner_administrator_id) {
    if (record.role !== 'partner_account_executive') {
      throw invalid('partner_administrator_id', 'This role has no partner administrator', 'not_applicable');
    }
    await requirePartnerAdministrator(app, subject, administrator, record.partner_id);
  }
  return changeRecord({ app, subject, record, permission: 'users.edit', values: edit });
}

/** Gives another profile, and another role of the same kind; in force at the person's next request. */
export async function assignProfile(
  app: AppContext,
  subject: SessionSubject,
  record: UserRow,
  asked: Assignment,
): Promise<UserRow> {
  refuseDeactivated(record);
  const role = asked.role ?? record.role;
  const profile = await requireProfile(app.db, asked.profile_id);
  await requireConfer(
    app.db,
    subject,
    {
      userId: record.id,
      role,
      profile,
      partnerId: record.partner_id,
      organizationId: record.organization_id,
      organizationInScope: true,
    },
    { permission: 'users.assign_profile', itemId: record.id, itemLabel: record.email },
  );
  if (placeOf(role) !== placeOf(record.role)) {
    throw invalid(
      'role',
      'This person belongs to another kind of place than the role needs',
      'not_applicable',
    );
  }
  if (role === record.role && profile.id === record.profile_id) return record;
  return bookAssignment(app, subject, record, { role, profile });
}

async function bookAssignment(
  app: AppContext,
  subject: SessionSubject,
  record: UserRow,
  { role, profile }: { role: Role; profile: { id: string; name: string } },
): Promise<UserRow> {
  const before = await app.db.q
    .selectFrom('profiles')
    .select('name')
    .where('id', '=', record.profile_id)
    .executeTakeFirstOrThrow();
  const values = {
    role,
    profile_id: profile.id,
    ...(role === 'partner_account_executive' ? {} : { partner_administrator_id: null }),
  };
  const user = await changeRecord({
    app,
    subject,
    record,
    permission: 'users.assign_profile',
    values,
    log: {
      changes: changesBetween({ role: record.role, profile: before.name }, { role, profile: profile.name }),
      detail: { profile_id: { from: record.profile_id, to: profile.id } },
    },
  });
  if (record.role === 'global_administrator') await requireGlobalAdministrator(app.db);
  return user;
}

function refuseDeactivated(record: UserRow): void {
  if (record.status === 'deactivated') {
    throw new Problem('record/state', { detail: 'This user is deactivated.' });
  }
}
