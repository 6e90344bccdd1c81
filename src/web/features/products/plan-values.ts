import type { Plan } from '../../../contract/products.ts';
import { type BillingPeriod, billingPeriods } from '../../../contract/timings.ts';
import type { PlanPrice } from '../../commerce/plan-price.ts';
import type { Body } from '../../lib/api.ts';
import { fromMinor, toMinor } from '../../lib/money-input.ts';
import { oneOf } from '../../lib/url-search.ts';

const amounts = ['flat_price', 'unit_price'] as const;
const counts = ['rank', 'min_quantity', 'max_quantity', 'term_months', 'trial_days'] as const;
const texts = ['name', 'code', 'billing_period', 'currency', 'unit_name'] as const;
/** Empty means that there is none; the other numbers are then 0. */
const mayBeNone: readonly string[] = ['max_quantity', 'term_months'];
/** What belongs to the plan, whatever its version. */
const ofPlan: readonly string[] = ['name', 'code', 'rank', 'active'];

type TextName = (typeof amounts | typeof counts | typeof texts)[number];
/** A plan as form fields hold it: texts, prices as decimal amounts. */
export type PlanValues = Record<TextName, string> & { active: boolean };

export const noPlan: PlanValues = {
  name: '',
  code: '',
  rank: '0',
  active: true,
  billing_period: 'month',
  currency: '',
  flat_price: '',
  unit_price: '',
  unit_name: '',
  min_quantity: '1',
  max_quantity: '',
  term_months: '',
  trial_days: '0',
};

export function planValuesOf(plan: Plan): PlanValues {
  const { name, code, active, billing_period, currency, unit_name } = plan;
  const price = (amount: number) => fromMinor(amount, currency);
  return {
    ...{ name, code, active, billing_period, currency, unit_name },
    flat_price: price(plan.flat_price),
    unit_price: price(plan.unit_price),
    rank: String(plan.rank),
    min_quantity: String(plan.min_quantity),
    max_quantity: plan.max_quantity === null ? '' : String(plan.max_quantity),
    term_months: plan.term_months === null ? '' : String(plan.term_months),
    trial_days: String(plan.trial_days),
  };
}

/** Whether any of these changes makes a new version of the plan. */
export function makesVersion(changed: readonly string[]): boolean {
  return changed.some((name) => !ofPlan.includes(name));
}

/** A typed price in minor units; nothing typed is no price. Null: not an amount. */
export function priceOf(text: string, currency: string): number | null {
  if (text.trim() === '') return 0;
  return currency === '' ? null : toMinor(text, currency);
}

function numberOf(name: string, text: string): number | null {
  if (text.trim() === '') return mayBeNone.includes(name) ? null : 0;
  return Number(text);
}

type Revision = NonNullable<Body<'PATCH /products/plans/:plan_id'>>;

function read(name: string, value: string | boolean, currency: string): unknown {
  if (typeof value === 'boolean') return value;
  if (amounts.some((known) => known === name)) return priceOf(value, currency);
  return counts.some((known) => known === name) ? numberOf(name, value) : value.trim();
}

/** What was changed, as the API takes it. In another currency the same prices are other amounts. */
export function toRevision(changes: Partial<PlanValues>, all: PlanValues): Revision {
  const { currency, flat_price, unit_price } = all;
  const prices = changes.currency === undefined ? {} : { flat_price, unit_price };
  const given = Object.entries({ ...prices, ...changes });
  return Object.fromEntries(given.map(([name, value]) => [name, read(name, value, currency)]));
}

/** A new plan as the API takes it. */
export function toNewPlan(values: PlanValues): Body<'POST /products/:id/plans'> {
  const { name, code, currency, unit_name, ...rest } = values;
  const unit = unit_name.trim() === '' ? {} : { unit_name };
  const billing_period = periodOf(values.billing_period);
  return { ...toRevision({ ...rest, ...unit }, values), name, code, currency, billing_period };
}

export function periodOf(text: string): BillingPeriod {
  return oneOf(text, billingPeriods) ?? 'month';
}

/** What is typed as a price, as far as it can be read. */
export function typedPrice(values: PlanValues): PlanPrice | null {
  const { currency, unit_name } = values;
  const flat_price = priceOf(values.flat_price, currency);
  const unit_price = priceOf(values.unit_price, currency);
  if (flat_price === null || unit_price === null || currency === '') return null;
  if (unit_price > 0 && unit_name.trim() === '') return null;
  return { currency, unit_name, flat_price, unit_price, billing_period: periodOf(values.billing_period) };
}
