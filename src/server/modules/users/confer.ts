import { type ConferCode, type Conferral, type Conferrer, canConfer } from '../../../access/can-confer.ts';
import type { Permission } from '../../../catalog/catalog.ts';
import type { ProfileGrants } from '../../../catalog/profile-grants.ts';
import type { Role } from '../../../catalog/roles.ts';
import type { Database } from '../../db/database.ts';
import type { Row } from '../../db/tables.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { holdOwnRights } from './own-rights.ts';

export type GivenProfile = Conferral['profile'] & { readonly name: string };

/** The person who gives, with what their partner allows its administrators to give. */
export async function loadConferrer(db: Database, subject: SessionSubject): Promise<Conferrer> {
  if (subject.grants.role !== 'partner_administrator' || subject.partnerId === null) {
    return { subject, partnerProfiles: [] };
  }
  const rows = await db.q
    .selectFrom('partner_profiles')
    .select('profile_id')
    .where('partner_id', '=', subject.partnerId)
    .execute();
  return { subject, partnerProfiles: rows.map((row) => row.profile_id) };
}

export function givenProfile(
  row: Pick<Row<'profiles'>, 'id' | 'name' | 'role_type' | 'grants'>,
): GivenProfile {
  return { id: row.id, name: row.name, roleType: row.role_type, grants: row.grants as ProfileGrants };
}

/**
 * Whether somebody may give a role with a profile at all: asked for a person in the best possible place. Where people
 * are really put is asked again when it happens.
 */
export function codeToGive(conferrer: Conferrer, role: Role, profile: GivenProfile): ConferCode | null {
  const { partnerId, organizationId, userId } = conferrer.subject;
  return canConfer(conferrer, {
    userId: null,
    role,
    profile,
    partnerId,
    organizationId: organizationId ?? userId,
    organizationInScope: true,
  });
}

/** A profile about to be given. Shared lock: it can neither grow nor be archived before this is done. */
export async function requireProfile(db: Database, id: string): Promise<GivenProfile> {
  const row = await db.q
    .selectFrom('profiles')
    .select(['id', 'name', 'role_type', 'grants'])
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (!row) throw invalid('profile_id', 'There is no such profile', 'missing');
  return givenProfile(row);
}

interface Use {
  readonly permission: Permission;
  readonly itemId: string | null;
  readonly itemLabel: string;
}

/** Refuses, and has it recorded, unless the person may give this. */
export async function requireConfer(
  db: Database,
  subject: SessionSubject,
  what: Conferral,
  use: Use,
): Promise<void> {
  await holdOwnRights({ db }, subject);
  const code = canConfer(await loadConferrer(db, subject), what);
  if (code === null) return;
  throw new Problem(code, {
    refusal: { action: use.permission, itemType: 'users', itemId: use.itemId, itemLabel: use.itemLabel },
    ...(code === 'confer/role-type'
      ? { fields: [{ field: 'profile_id', code, message: 'This profile is for another type of role' }] }
      : {}),
  });
}
