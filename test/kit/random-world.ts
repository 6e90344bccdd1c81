import {
  groupKeys,
  permissionSpec,
  permissionsOf,
  type ResourceKey,
  resourceKeys,
  resourceSpec,
} from '../../src/catalog/catalog.ts';
import { type Scope, scopes } from '../../src/catalog/define.ts';
import type { ProfileGrants, ResourceGrant } from '../../src/catalog/profile-grants.ts';
import { type Role, roleKeys, roles } from '../../src/catalog/roles.ts';
import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import type { NewRow } from '../../src/server/db/tables.ts';
import { plantArticles } from './random-articles.ts';
import { plantCases } from './random-cases.ts';
import { plantCommerce } from './random-commerce.ts';

/** A small seeded generator (mulberry32): the same world in every run. */
export function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number) => Math.floor(next() * count);
  const pick = <T>(from: readonly T[]): T => {
    const found = from[below(from.length)];
    if (found === undefined) throw new Error('Nothing to pick from');
    return found;
  };
  return { below, pick, chance: (share: number) => next() < share };
}
export type Random = ReturnType<typeof randomFrom>;

/** A profile that any administrator could have made: each cell within the declaration, chosen at random. */
export function randomGrants(random: Random): ProfileGrants {
  const resources: Partial<Record<ResourceKey, ResourceGrant>> = {};
  for (const key of resourceKeys) {
    if (random.chance(0.85)) resources[key] = randomGrant(random, key);
  }
  return { groups: groupKeys.filter(() => random.chance(0.85)), resources, may_invite: [] };
}

function randomGrant(random: Random, key: ResourceKey): ResourceGrant {
  const spec = resourceSpec(key);
  const level = spec.levels.includes('edit') && random.chance(0.6) ? 'edit' : 'view';
  const actions = permissionsOf(key)
    .map(permissionSpec)
    .filter(
      ({ action, needs }) => action !== null && (needs === 'view' || level === 'edit') && random.chance(0.5),
    )
    .map(({ verb }) => verb);
  if (!spec.records) return { level, actions };
  const view_scope = random.pick(scopes);
  const narrower: readonly Scope[] = scopes.slice(0, scopes.indexOf(view_scope) + 1);
  return { level, actions, view_scope, ...(level === 'edit' ? { edit_scope: random.pick(narrower) } : {}) };
}

export interface World {
  readonly people: { id: string; role: Role; organizationId: string | null; partnerId: string | null }[];
  readonly organizations: string[];
}

interface Sizes {
  readonly partners: number;
  readonly organizations: number;
  readonly contacts: number;
  readonly users: number;
}

/** Organizations, contacts and users with owners missing in every combination. */
export async function plantWorld(db: Database, random: Random, sizes: Sizes): Promise<World> {
  const profileOf = await plantProfiles(db);
  const partners = Array.from({ length: sizes.partners }, newId);
  await insert(
    db,
    'organizations',
    partners.map((id, index) => ({ id, name: `Partner ${index}`, kind: 'partner' as const })),
  );
  const staff = makePeople(random, 40, partners, profileOf);
  await insert(db, 'users', staff);
  const organizations = makeOrganizations(random, sizes.organizations, partners, staff);
  await insert(db, 'organizations', organizations);
  const ids = organizations.map(({ id }) => id);
  const everyone = staff.map(({ id }) => id);
  const customers = makeCustomers(random, sizes.users, ids, profileOf('customer'), everyone);
  await insert(db, 'users', customers);
  const makers = [...everyone, ...customers.map(({ id }) => id)];
  await insert(db, 'contacts', makeContacts(random, sizes.contacts, ids, makers));
  await plantCommerce(db, random, { organizations: ids, makers, day: () => someDay(random) });
  await plantCases(
    db,
    random,
    { organizations: [...ids, ...partners], makers, staff, customers, day: () => someDay(random) },
    500,
  );
  await plantArticles(db, random, { makers, day: () => someDay(random) });
  const people = [...staff, ...customers].map(({ id, role, organization_id, partner_id }) => ({
    id,
    role,
    organizationId: organization_id ?? null,
    partnerId: partner_id ?? null,
  }));
  return { people, organizations: ids };
}

const noGrants = JSON.stringify({ groups: [], resources: {}, may_invite: [] });

async function plantProfiles(db: Database): Promise<(role: Role) => string> {
  const ids = new Map<string, string>();
  for (const type of ['admin', 'csr', 'partner', 'customer'] as const) {
    const id = newId();
    ids.set(type, id);
    await db.q
      .insertInto('profiles')
      .values({ id, name: `Random ${type}`, role_type: type, grants: noGrants })
      .execute();
  }
  return (role) => ids.get(roles[role].type) ?? '';
}

function maybe(random: Random, ids: readonly string[], share = 0.7): string | null {
  return ids.length > 0 && random.chance(share) ? random.pick(ids) : null;
}

function someDay(random: Random): Date {
  return new Date(Date.UTC(2026, 0, 1 + random.below(20)));
}

function makeOrganizations(
  random: Random,
  count: number,
  partners: string[],
  staff: NewRow<'users'>[],
): NewRow<'organizations'>[] {
  const idsOf = (fits: (person: NewRow<'users'>) => boolean) => staff.filter(fits).map(({ id }) => id);
  const executives = idsOf(({ role }) => role === 'account_executive');
  return Array.from({ length: count }, (_, index) => {
    const partner = maybe(random, partners, 0.5);
    const ofPartner = idsOf(
      (person) =>
        partner !== null && person.partner_id === partner && person.role === 'partner_account_executive',
    );
    return {
      id: newId(),
      name: `Organization ${index % 97}`,
      parent_partner_id: partner,
      account_executive_id: maybe(random, executives),
      partner_account_executive_id: maybe(random, ofPartner),
      created_by: maybe(
        random,
        idsOf(() => true),
      ),
      status: random.chance(0.9) ? 'active' : 'closed',
      created_at: someDay(random),
    };
  });
}

function makeContacts(
  random: Random,
  count: number,
  organizations: string[],
  makers: string[],
): NewRow<'contacts'>[] {
  return Array.from({ length: count }, (_, index) => ({
    id: newId(),
    organization_id: random.pick(organizations),
    first_name: 'Ann',
    last_name: `Name ${index % 89}`,
    created_by: maybe(random, makers),
    created_at: someDay(random),
  }));
}

function makePeople(
  random: Random,
  count: number,
  partners: string[],
  profileOf: (role: Role) => string,
): NewRow<'users'>[] {
  const staffRoles = roleKeys.filter((role) => role !== 'customer');
  return Array.from({ length: count }, (_, index) => {
    const role = staffRoles[index % staffRoles.length] ?? 'account_executive';
    const id = newId();
    const partner_id = roles[role].type === 'partner' ? random.pick(partners) : null;
    return { ...named(id), role, profile_id: profileOf(role), partner_id };
  });
}

function makeCustomers(
  random: Random,
  count: number,
  organizations: string[],
  profile_id: string,
  makers: string[],
): NewRow<'users'>[] {
  return Array.from({ length: count }, () => ({
    ...named(newId()),
    role: 'customer' as const,
    profile_id,
    organization_id: random.pick(organizations),
    created_by: random.chance(0.5) ? random.pick(makers) : null,
  }));
}

function named(id: string) {
  return {
    id,
    first_name: 'Eve',
    last_name: `Person ${id.slice(-3)}`,
    email: `${id}@example.com`,
    status: 'active' as const,
  };
}

async function insert<T extends 'organizations' | 'contacts' | 'users'>(
  db: Database,
  table: T,
  rows: NewRow<T>[],
) {
  for (let start = 0; start < rows.length; start += 200) {
    await db.q
      .insertInto(table)
      .values(rows.slice(start, start + 200) as never)
      .execute();
  }
}
