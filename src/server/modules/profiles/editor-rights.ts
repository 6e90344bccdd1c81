import { canConfer, profileExceeds } from '../../../access/can-confer.ts';
import { grantOf } from '../../../access/grants.ts';
import { type Permission, permissionSpec, resourceSpec } from '../../../catalog/catalog.ts';
import type { ProfileGrants } from '../../../catalog/profile-grants.ts';
import type { RoleType } from '../../../catalog/roles.ts';
import type { FieldProblem } from '../../../contract/problems.ts';
import type { Database } from '../../db/database.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { type ProfileRow, profilesById } from './repository.ts';

/** What a draft would grant beyond what its editor holds, each with the setting that does. */
export function exceedingFields(
  subject: SessionSubject,
  roleType: RoleType,
  grants: ProfileGrants,
): FieldProblem[] {
  return profileExceeds(subject, roleType, grants).map((permission) => ({
    field: settingOf(subject, permission),
    code: 'confer/exceeds-own-rights',
    message: `You do not hold ${permission} as far as this would grant it`,
  }));
}

function settingOf(subject: SessionSubject, permission: Permission): string {
  const { resource, verb, needs, action } = permissionSpec(permission);
  const path = `grants.resources.${resource}`;
  if (action) return `${path}.actions.${verb}`;
  const held = grantOf(subject.grants, permission).refusedAt === null;
  return held && resourceSpec(resource).records ? `${path}.${needs}_scope` : `${path}.level`;
}

/** Refuses, and has it recorded, when something is beyond the editor's own rights. */
export function refuseExceeding(
  permission: Permission,
  profile: { id: string | null; name: string },
  fields: readonly FieldProblem[],
): void {
  if (fields.length === 0) return;
  throw new Problem('confer/exceeds-own-rights', {
    fields,
    refusal: { action: permission, itemType: 'profiles', itemId: profile.id, itemLabel: profile.name },
  });
}

export interface InviteProblems {
  readonly unknown: readonly FieldProblem[];
  /** Profiles that the editor could not give themselves. */
  readonly exceeding: readonly FieldProblem[];
}

/** Checks whom the holders of a profile may invite: Customer profiles in use that the editor could give as well. */
export async function checkMayInvite(
  db: Database,
  subject: SessionSubject,
  before: readonly string[],
  after: readonly string[],
): Promise<InviteProblems> {
  const shaped = after.filter((id) => uuid.test(id));
  const found = await profilesById(db, shaped);
  const fits = (id: string) => {
    const profile = found.get(id);
    if (profile?.role_type !== 'customer') return false;
    return profile.archived_at === null || before.includes(id);
  };
  return {
    unknown: after
      .filter((id) => !fits(id))
      .map((id) => invited(id, 'missing', 'This is not a Customer profile in use')),
    exceeding: after
      .flatMap((id) => found.get(id) ?? [])
      .filter((profile) => fits(profile.id) && !couldGive(subject, profile, null))
      .map((profile) =>
        invited(profile.id, 'confer/exceeds-own-rights', 'You can not give this profile yourself'),
      ),
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function invited(id: string, code: string, message: string): FieldProblem {
  return { field: `grants.may_invite.${id}`, code, message };
}

/** True when the editor could give the profile to somebody: a Customer, or an executive of that partner. */
export function couldGive(subject: SessionSubject, profile: ProfileRow, partnerId: string | null): boolean {
  const what = {
    userId: null,
    role: profile.role_type === 'customer' ? 'customer' : 'partner_account_executive',
    profile: { id: profile.id, roleType: profile.role_type, grants: profile.grants as ProfileGrants },
    partnerId,
    organizationId: null,
    organizationInScope: true,
  } as const;
  return canConfer({ subject, partnerProfiles: [] }, what) === null;
}
