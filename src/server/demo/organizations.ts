import type { NewRow } from '../db/tables.ts';
import { companyFirst, places, sources, streets, trades } from './names.ts';
import { daysBefore, type Setting } from './setting.ts';

type NewOrganization = NewRow<'organizations'>;

const partnerNames = [
  'Wobbly Bridge Partners',
  'Paper Lantern Resellers',
  'Three Pigeons Consulting',
  'Tin Whistle Channel',
];
const customerCount = 296;

export function demoPartners(setting: Setting, executives: readonly string[]): NewOrganization[] {
  return partnerNames.map((name, index) => ({
    ...facts(setting, name, daysBefore(setting.today, 690 - index)),
    kind: 'partner',
    industry: 'Resale',
    account_executive_id: executives[index] ?? null,
    created_by: executives[index] ?? null,
  }));
}

interface Owners {
  readonly accountExecutives: readonly string[];
  readonly partners: readonly { readonly id: string; readonly executives: readonly string[] }[];
  readonly founder: string | null;
}

/** The first is the one that the first customer signs in to: in the first partner's cohort and with something owed. */
export function demoCustomers(setting: Setting, owners: Owners): NewOrganization[] {
  return Array.from({ length: customerCount }, (_, index) => {
    // The lengths share no factor: every pairing comes once before one repeats.
    const first = companyFirst[index % companyFirst.length] ?? 'Amber Otter';
    const [trade, industry] = trades[index % trades.length] ?? ['Cloud', 'Software'];
    const age = Math.floor(600 * (1 - (index / customerCount) ** 0.7)) + 1;
    const row = facts(setting, `${first} ${trade}`, daysBefore(setting.today, age));
    const placed = { ...row, industry, ...ownersOf(setting, owners, index) };
    return index % 50 === 49 ? closed(setting, placed) : placed;
  });
}

function facts({ random }: Setting, name: string, created_at: Date): NewOrganization {
  const place = random.pick(places);
  return {
    id: random.id(created_at),
    name,
    email: `${slug(name)}@demo.example`,
    phone: `${place.phone} ${String(random.below(10_000)).padStart(4, '0')}`,
    country: place.country,
    currency: place.currency,
    billing_city: place.city,
    billing_street: `${random.pick(streets)} ${1 + random.below(120)}`,
    billing_postal_code: String(10_000 + random.below(89_999)),
    payment_terms_days: random.pick([14, 30, 30, 30, 60]),
    customer_since: created_at.toISOString().slice(0, 10),
    source: random.pick(sources),
    created_at,
    updated_at: created_at,
  };
}

function ownersOf({ random }: Setting, owners: Owners, index: number): Partial<NewOrganization> {
  const account_executive_id =
    index > 0 && random.chance(0.15) ? null : skewed(random, owners.accountExecutives);
  const partner =
    index === 0 ? owners.partners[0] : random.chance(0.35) ? skewed(random, owners.partners) : null;
  if (!partner) {
    return { account_executive_id, created_by: random.chance(0.3) ? account_executive_id : owners.founder };
  }
  const executive = index > 0 && random.chance(0.25) ? null : skewed(random, partner.executives);
  return {
    account_executive_id,
    parent_partner_id: partner.id,
    partner_account_executive_id: executive,
    // Who adds an account keeps it; most were added by others, so that moving them can be seen to matter.
    created_by: index % 4 === 1 ? (executive ?? account_executive_id ?? owners.founder) : owners.founder,
  };
}

function skewed<T>(random: Setting['random'], from: readonly T[]): T | null {
  const [first, ...rest] = from;
  return first === undefined ? null : random.skewed([first, ...rest]);
}

function closed({ today }: Setting, row: NewOrganization): NewOrganization {
  return { ...row, status: 'closed', closed_at: daysBefore(today, 3) };
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z]+/g, '-');
}
