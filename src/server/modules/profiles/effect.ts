import { compileGrants } from '../../../access/grants.ts';
import { type Subject, visible } from '../../../access/subject.ts';
import { type Permission, type ResourceKey, resourceKeys, resourceSpec } from '../../../catalog/catalog.ts';
import type { ProfileGrants } from '../../../catalog/profile-grants.ts';
import { rolesOfType } from '../../../catalog/roles.ts';
import type { Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import { countVisible } from '../../db/visible-list.ts';
import { activePeopleOf, type ProfileRow } from './repository.ts';

interface Reach {
  readonly view: number;
  readonly edit: number;
  readonly view_capped: boolean;
  readonly edit_capped: boolean;
}

export interface Effect {
  readonly resources: Record<string, Reach>;
  readonly people: number;
}

type Count = Awaited<ReturnType<typeof countVisible>>;

const mostPeople = 20;
const none: Count = { count: 0, capped: false };

/**
 * How many records the holders of a draft would reach, per person at most. Not counted for an editor who holds less
 * than the draft: the numbers would tell of records that they can not see.
 */
export async function effectOf(
  db: Database,
  profile: ProfileRow,
  grants: ProfileGrants,
  counted: boolean,
): Promise<Effect> {
  const people = await activePeopleOf(db, profile.id, 1000);
  if (!counted) return { resources: {}, people: people.length };
  const subjects = subjectsOf(profile, grants, people.slice(0, mostPeople));
  const known = new Map<string, Count>();
  const resources: Record<string, Reach> = {};
  for (const resource of resourceKeys) {
    if (!resourceSpec(resource).records) continue;
    const view = await most(db, known, subjects, resource, `${resource}.view` as Permission);
    const edit =
      grants.resources[resource]?.level === 'edit'
        ? await most(db, known, subjects, resource, `${resource}.edit` as Permission)
        : none;
    resources[resource] = {
      view: view.count,
      edit: edit.count,
      view_capped: view.capped,
      edit_capped: edit.capped,
    };
  }
  return { resources, people: people.length };
}

/** The people as they would be with the draft; without any, one new person per role, who belongs nowhere yet. */
function subjectsOf(
  profile: ProfileRow,
  grants: ProfileGrants,
  people: Awaited<ReturnType<typeof activePeopleOf>>,
): Subject[] {
  const holders =
    people.length > 0
      ? people
      : rolesOfType(profile.role_type).map((role) => ({
          id: newId(),
          role,
          organization_id: null,
          partner_id: null,
        }));
  return holders.map(({ id, role, organization_id, partner_id }) => ({
    userId: id,
    organizationId: organization_id,
    partnerId: partner_id,
    status: 'active',
    grants: compileGrants(role, { id: profile.id, version: profile.version, grants }),
  }));
}

/** The same rule is counted once, however many people it holds for. */
async function most(
  db: Database,
  known: Map<string, Count>,
  subjects: readonly Subject[],
  resource: ResourceKey,
  permission: Permission,
): Promise<Count> {
  let highest = none;
  for (const subject of subjects) {
    const reached = visible(subject, resource, permission);
    const key = `${resource} ${subject.organizationId} ${subject.partnerId} ${JSON.stringify(reached.rule)}`;
    const count =
      known.get(key) ?? (await countVisible(db, reached, { table: resource, sorts: {}, filters: {} }, {}));
    known.set(key, count);
    if (count.count > highest.count || count.capped) highest = count;
  }
  return highest;
}
