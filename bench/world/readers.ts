import { compileGrants } from '../../src/access/grants.ts';
import type { Scope } from '../../src/catalog/define.ts';
import { type Role, roles } from '../../src/catalog/roles.ts';
import type { Database } from '../../src/server/db/database.ts';
import type { SessionSubject } from '../../src/server/http/session-subject.ts';
import { grantsOf } from './plant.ts';

export type Volume = 'many' | 'typical' | 'five' | 'none';

/** One line of the benchmark: somebody of a role and scope, with so many records. */
export interface Reader {
  readonly role: Role;
  readonly scope: Scope;
  readonly volume: Volume;
  /** How many organizations they see. */
  readonly rows: number;
  readonly subject: SessionSubject;
}

interface Person {
  id: string;
  role: Role;
  organization_id: string | null;
  partner_id: string | null;
  created: number;
  owned: number;
  reached: number;
}

/** Everybody, with the number of organizations that each scope gives them. */
const peopleText = (table: string) => `
with created as (select created_by as id, count(*) as n from ${table} group by 1),
owned as (
  select id, count(*) as n from (
    select created_by as id, o.id as row from ${table} o
    union select account_executive_id, o.id from ${table} o
    union select partner_account_executive_id, o.id from ${table} o
  ) pairs group by 1),
cohort as (select partner_id as id, count(*) as n from ${table} group by 1),
whole as (select count(*) as n from ${table})
select u.id, u.role, u.organization_id, u.partner_id, coalesce(created.n, 0) as created, coalesce(owned.n, 0) as owned,
  case when u.role = 'customer' then 1 when u.partner_id is not null then coalesce(cohort.n, 0) else whole.n end as reached
from users u cross join whole
left join created on created.id = u.id left join owned on owned.id = u.id left join cohort on cohort.id = u.partner_id
order by u.id`;

const plan: readonly { role: Role; scope: Scope; volumes: readonly Volume[] }[] = [
  { role: 'global_administrator', scope: 'all', volumes: ['many'] },
  ...staff('system_administrator', ['many']),
  ...staff('account_executive', ['many']),
  ...staff('partner_administrator', ['many', 'typical', 'five', 'none']),
  ...staff('partner_account_executive', ['many', 'typical', 'five', 'none']),
  { role: 'customer', scope: 'all', volumes: ['five'] },
  { role: 'customer', scope: 'created', volumes: ['five', 'none'] },
  { role: 'customer', scope: 'created_or_assigned', volumes: ['five', 'none'] },
];

function staff(role: Role, forAll: readonly Volume[]) {
  const volumes: readonly Volume[] = ['many', 'typical', 'five', 'none'];
  return [
    { role, scope: 'all' as const, volumes: forAll },
    { role, scope: 'created' as const, volumes },
    { role, scope: 'created_or_assigned' as const, volumes },
  ];
}

/** Picks the people of the benchmark by what they really have. */
export async function pickReaders(db: Database, table: 'organizations' | 'invoices'): Promise<Reader[]> {
  const people = await db.raw<Person>(peopleText(table));
  return plan.flatMap(({ role, scope, volumes }) => {
    const counted = people
      .filter((person) => person.role === role)
      .map((person) => ({ person, rows: rowsOf(person, scope) }))
      .sort((a, b) => b.rows - a.rows);
    return volumes.map((volume) => {
      const { person, rows } = pick(counted, volume);
      return { role, scope, volume, rows, subject: subjectOf(person, scope) };
    });
  });
}

function rowsOf(person: Person, scope: Scope): number {
  if (scope === 'all') return person.reached;
  // Nobody of a customer is assigned; of the administrators neither.
  const assignable = roles[person.role].type === 'csr' || roles[person.role].type === 'partner';
  return scope === 'created' || !assignable ? person.created : person.owned;
}

function pick<T extends { rows: number }>(sorted: readonly T[], volume: Volume): T {
  const some = sorted.filter(({ rows }) => rows > 5);
  const found = {
    many: sorted[0],
    typical: some[Math.floor(some.length / 2)],
    five: sorted.toSorted((a, b) => Math.abs(a.rows - 5) - Math.abs(b.rows - 5))[0],
    none: sorted.at(-1),
  }[volume];
  if (!found) throw new Error(`Nobody has ${volume} records`);
  return found;
}

function subjectOf(person: Person, scope: Scope): SessionSubject {
  const key = `${roles[person.role].type}_${scope}`;
  return {
    sessionId: person.id,
    now: new Date(),
    userId: person.id,
    status: 'active',
    organizationId: person.organization_id,
    partnerId: person.partner_id,
    name: 'Bench',
    profile: { id: key, key, name: key, version: 1 },
    grants: compileGrants(person.role, { id: key, version: 1, grants: grantsOf(scope) }),
  };
}
