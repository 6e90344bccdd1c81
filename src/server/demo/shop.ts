import type { Database } from '../db/database.ts';
import { newId } from '../db/id.ts';
import type { NewRow } from '../db/tables.ts';
import { insertRows } from '../db/write-rows.ts';

type Terms = Pick<NewRow<'plan_versions'>, 'billing_period' | 'term_months' | 'trial_days'> & {
  readonly flat: number;
  readonly unit: number;
};

interface DemoPlan {
  readonly name: string;
  readonly rank: number;
  readonly terms: Terms;
}

interface DemoProduct {
  readonly name: string;
  readonly code: string;
  readonly category: string;
  readonly description: string;
  readonly unitName: string;
  readonly plans: readonly DemoPlan[];
}

const monthly = (flat: number, unit: number): Terms => ({
  billing_period: 'month',
  term_months: null,
  trial_days: 14,
  flat,
  unit,
});
const yearly = (flat: number, unit: number): Terms => ({
  billing_period: 'year',
  term_months: 12,
  trial_days: 0,
  flat,
  unit,
});

const shop: readonly DemoProduct[] = [
  {
    name: 'Moonbeam Desk',
    code: 'desk',
    category: 'Software',
    description: 'The shared inbox for people who answer customers.',
    unitName: 'seat',
    plans: [
      { name: 'Desk Basic', rank: 1, terms: monthly(0, 1900) },
      { name: 'Desk Pro', rank: 2, terms: monthly(0, 4900) },
      { name: 'Desk Enterprise', rank: 3, terms: yearly(120_000, 96_000) },
    ],
  },
  {
    name: 'Moonbeam Archive',
    code: 'archive',
    category: 'Storage',
    description: 'Keeps what was said, for as long as the law asks.',
    unitName: 'terabyte',
    plans: [
      {
        name: 'Archive',
        rank: 1,
        terms: { ...monthly(9900, 2500), billing_period: 'quarter', trial_days: 0 },
      },
      { name: 'Archive Yearly', rank: 2, terms: yearly(36_000, 9000) },
    ],
  },
];

/** What a plan costs where prices are not in euros: about as much. */
const rates = { EUR: 1, USD: 1.1, GBP: 0.9, PLN: 4.3, SEK: 11 } as const;
type Currency = keyof typeof rates;

/** A plan version to choose from, in one currency. */
export interface Offer {
  readonly versionId: string;
  readonly product: string;
  readonly rank: number;
}

/** Products with a plan of each kind in every currency of the company's customers. */
export async function openDemoShop(db: Database, createdAt: Date): Promise<(currency: string) => Offer[]> {
  const offers = new Map<string, Offer[]>();
  for (const product of shop) {
    const { name, code, category, description } = product;
    const id = newId();
    const [row] = await insertRows(db, 'products', [
      {
        id,
        name,
        code,
        category,
        description,
        active: true,
        created_at: createdAt,
        updated_at: createdAt,
        version: 1,
      },
    ]);
    if (!row) throw new Error('A demo product was not written');
    for (const currency of Object.keys(rates) as Currency[]) {
      const made = await addPlans(db, row.id, product, currency, createdAt);
      offers.set(currency, [...(offers.get(currency) ?? []), ...made]);
    }
  }
  return (currency) => offers.get(currency) ?? [];
}

async function addPlans(
  db: Database,
  productId: string,
  { code, unitName, plans }: DemoProduct,
  currency: Currency,
  created_at: Date,
): Promise<Offer[]> {
  const price = (amount: number) => Math.round((amount * rates[currency]) / 100) * 100;
  const rows = plans.map((plan) => ({ plan, planId: newId(), versionId: newId() }));
  await insertRows(
    db,
    'plans',
    rows.map(({ plan, planId }) => ({
      id: planId,
      product_id: productId,
      name: plan.name,
      code: `${code}-${plan.rank}-${currency.toLowerCase()}`,
      rank: plan.rank,
      active: true,
      created_at,
    })),
  );
  await insertRows(
    db,
    'plan_versions',
    rows.map(({ plan: { terms }, planId, versionId }) => ({
      id: versionId,
      plan_id: planId,
      version: 1,
      billing_period: terms.billing_period,
      currency,
      flat_price: price(terms.flat),
      unit_price: price(terms.unit),
      unit_name: unitName,
      min_quantity: 1,
      term_months: terms.term_months,
      trial_days: terms.trial_days,
      created_at,
    })),
  );
  return rows.map(({ plan, versionId }) => ({ versionId, product: productId, rank: plan.rank }));
}
