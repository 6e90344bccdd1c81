import type { z } from 'zod';
import type { ProfileGrants } from '../../../catalog/profile-grants.ts';
import type { profileRoutes } from '../../../contract/profiles.ts';
import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import type { FieldChange } from '../../db/columns.ts';
import { newId } from '../../db/id.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { holdOwnRights } from '../users/own-rights.ts';
import { profileChanges } from './changes.ts';
import { checkGrants } from './check-grants.ts';
import { checkMayInvite, exceedingFields, refuseExceeding } from './editor-rights.ts';
import {
  changeProfile,
  insertProfile,
  isNameTaken,
  keepVersion,
  type ProfileRow,
  profilesById,
} from './repository.ts';
import { grantsOf } from './shape.ts';

type NewProfile = z.output<(typeof profileRoutes)['POST /profiles']['body']>;
type ProfileEdit = z.output<(typeof profileRoutes)['PATCH /profiles/:id']['body']>;

const nothing: ProfileGrants = { groups: [], resources: {}, may_invite: [] };

/** Makes a profile that grants nothing yet, or a copy of one that grants no more than its maker holds. */
export async function createProfile(
  app: AppContext,
  subject: SessionSubject,
  asked: NewProfile,
): Promise<ProfileRow> {
  const source = await sourceOf(app, asked);
  const roleType = source?.role_type ?? asked.role_type;
  if (!roleType) throw invalid('role_type', 'Choose a type of role, or a profile to copy', 'required');
  const grants = source ? grantsOf(source) : nothing;
  await holdOwnRights(app, subject);
  const invites = await checkMayInvite(app.db, subject, grants.may_invite, grants.may_invite);
  refuseExceeding('profiles.create', { id: null, name: asked.name }, [
    ...exceedingFields(subject, roleType, grants),
    ...invites.exceeding,
  ]);
  const profile = await insertProfile(app.db, {
    id: newId(),
    key: null,
    name: asked.name,
    description: asked.description ?? source?.description ?? '',
    role_type: roleType,
    copied_from: source?.id ?? null,
    grants: JSON.stringify(grants),
    created_by: subject.userId,
    created_at: app.clock(),
    updated_at: app.clock(),
  });
  if (!profile) throw nameTaken();
  const changes = profileChanges(
    { name: '', description: '', grants: nothing },
    { name: profile.name, description: profile.description, grants },
  );
  await keepVersion(app.db, profile, { authorId: subject.userId, reason: null, changes });
  await audit(app.db, {
    action: 'profiles.create',
    itemType: 'profiles',
    itemId: profile.id,
    itemLabel: profile.name,
    changes,
    detail: { before: null, after: grants, copied_from: source?.id ?? null },
  });
  return profile;
}

async function sourceOf(app: AppContext, asked: NewProfile): Promise<ProfileRow | null> {
  if (asked.copied_from === undefined) return null;
  const source = (await profilesById(app.db, [asked.copied_from])).get(asked.copied_from);
  if (!source) throw invalid('copied_from', 'There is no such profile', 'missing');
  if (asked.role_type !== undefined && asked.role_type !== source.role_type) {
    throw invalid('role_type', 'A copy is for the same type of role', 'not_applicable');
  }
  return source;
}

/** Saves a profile as a new version; without a change it stays as it is. */
export async function saveProfile(
  app: AppContext,
  subject: SessionSubject,
  record: ProfileRow,
  edit: ProfileEdit,
): Promise<ProfileRow> {
  requireEditable(record);
  const before = { name: record.name, description: record.description, grants: grantsOf(record) };
  const after = {
    name: edit.name ?? before.name,
    description: edit.description ?? before.description,
    grants: edit.grants ? await requireGrants(app, subject, record, edit) : before.grants,
  };
  const changes = profileChanges(before, after);
  if (changes.length === 0) return record;
  if (after.name !== before.name && (await isNameTaken(app.db, after.name, record.id))) throw nameTaken();
  return book(app, subject, record, {
    action: 'profiles.edit',
    values: { ...after, grants: JSON.stringify(after.grants) },
    changes,
    reason: edit.reason ?? null,
    detail: { before: before.grants, after: after.grants },
  });
}

async function requireGrants(
  app: AppContext,
  subject: SessionSubject,
  record: ProfileRow,
  { grants }: ProfileEdit,
): Promise<ProfileGrants> {
  const before = grantsOf(record);
  if (!grants) return before;
  await holdOwnRights(app, subject);
  const checked = checkGrants(record.role_type, grants);
  const invites = await checkMayInvite(app.db, subject, before.may_invite, checked.grants.may_invite);
  const problems = [...checked.problems, ...invites.unknown];
  if (problems.length > 0) throw new Problem('request/invalid', { fields: problems });
  const same = { name: '', description: '' };
  const changes = profileChanges({ ...same, grants: before }, { ...same, grants: checked.grants });
  if (changes.length === 0) return before;
  refuseExceeding('profiles.edit', record, [
    ...exceedingFields(subject, record.role_type, checked.grants),
    ...invites.exceeding,
  ]);
  return checked.grants;
}

export function requireEditable(record: ProfileRow): void {
  if (record.locked) throw new Problem('profiles/locked');
  if (record.archived_at !== null) throw new Problem('record/state', { detail: 'This profile is archived.' });
}

interface Booking {
  readonly action: string;
  readonly values: Parameters<typeof changeProfile>[2];
  readonly changes: readonly FieldChange[];
  readonly reason?: string | null;
  readonly detail?: unknown;
}

/** One change of a profile: the row, its new version and the log, together or not at all. */
export async function book(
  app: AppContext,
  subject: SessionSubject,
  record: ProfileRow,
  { action, values, changes, reason = null, detail }: Booking,
): Promise<ProfileRow> {
  const profile = await changeProfile(app.db, record.id, values, app.clock());
  await keepVersion(app.db, profile, { authorId: subject.userId, reason, changes });
  await audit(app.db, {
    action,
    itemType: 'profiles',
    itemId: profile.id,
    itemLabel: profile.name,
    changes,
    detail: { version: profile.version, ...(reason ? { reason } : {}), ...(detail ?? {}) },
  });
  return profile;
}

function nameTaken(): Problem {
  return invalid('name', 'Another profile has this name', 'duplicate');
}
