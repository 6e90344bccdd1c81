import type { NewRow } from '../db/tables.ts';
import { cast, type Part } from './cast.ts';
import { demoContacts } from './contacts.ts';
import { firstNames, lastNames } from './names.ts';
import { demoCustomers, demoPartners } from './organizations.ts';
import { seededRandom } from './random.ts';
import { dayMs, daysBefore, type Setting } from './setting.ts';

export interface DemoCompany {
  readonly users: NewRow<'users'>[];
  readonly organizations: NewRow<'organizations'>[];
  readonly contacts: NewRow<'contacts'>[];
  readonly partnerIds: string[];
}

/** The whole demo company as rows. The same for everybody on the same day. */
export function makeCompany(now: Date, profileId: (key: string) => string): DemoCompany {
  const today = new Date(Math.floor(now.getTime() / dayMs) * dayMs);
  const setting: Setting = { random: seededRandom(20_260_101), today };
  const people = cast.map((part, index) => ({
    part,
    row: person(setting, part, index, profileId(part.profile)),
  }));
  const ids = (wanted: (part: Part) => boolean) =>
    people.filter(({ part }) => wanted(part)).map(({ row }) => row.id);
  const partners = demoPartners(
    setting,
    ids((part) => part.role === 'account_executive'),
  );
  const partnerIds = partners.map(({ id }) => id);
  const customers = demoCustomers(setting, {
    accountExecutives: ids((part) => part.role === 'account_executive' && part.status !== 'suspended'),
    partners: partnerIds.map((id, index) => ({
      id,
      executives: ids((part) => part.partner === index && part.profile === 'partner_account_executive'),
    })),
    founder: people[0]?.row.id ?? null,
  });
  const users = people.map(({ part, row }) => placed(part, row, people, partnerIds, customers));
  const organizations = [...partners, ...customers];
  return { users, organizations, contacts: demoContacts(setting, organizations), partnerIds };
}

type NewUser = NewRow<'users'>;

function person({ random, today }: Setting, part: Part, index: number, profile: string): NewUser {
  const created_at = new Date(daysBefore(today, 700 - 5 * index).getTime() + index * 60_000);
  // Twenty-five and twenty-four share no factor, so forty names are forty different ones.
  const [first, last] = part.name ?? [
    firstNames[index % 25] ?? 'Ada',
    lastNames[(index * 7 + 3) % 24] ?? 'Applewood',
  ];
  return {
    id: random.id(created_at),
    role: part.role,
    profile_id: profile,
    first_name: first,
    last_name: last,
    email: `${first}.${last}@demo.example`.toLowerCase(),
    status: part.status ?? 'active',
    created_at,
    updated_at: created_at,
  };
}

/** Puts a person into their organization or partner, and partner staff under their administrator. */
function placed(
  part: Part,
  row: NewUser,
  people: readonly { part: Part; row: NewUser }[],
  partnerIds: readonly string[],
  customers: readonly NewRow<'organizations'>[],
): NewUser {
  const founder = people[0]?.row.id ?? null;
  const created_by = row.id === founder ? null : founder;
  if (part.customer !== undefined) {
    return { ...row, created_by, organization_id: customers[part.customer]?.id ?? null };
  }
  if (part.partner === undefined) return { ...row, created_by };
  const administrator = people.find(
    (other) => other.part.role === 'partner_administrator' && other.part.partner === part.partner,
  );
  const below = part.role === 'partner_account_executive' ? (administrator?.row.id ?? null) : null;
  return {
    ...row,
    created_by: below ?? created_by,
    partner_id: partnerIds[part.partner] ?? null,
    partner_administrator_id: below,
  };
}
