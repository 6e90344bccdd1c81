import type { BillingPeriod } from '../../contract/timings.ts';
import { formatMoney } from '../lib/format.ts';
import { planPriceTexts as says } from '../texts/plan-price.ts';

/** What a plan costs for one billing period; minor units. */
export type PlanPrice = {
  currency: string;
  flat_price: number;
  unit_price: number;
  unit_name: string;
  billing_period: BillingPeriod;
};

/** "€49.00 per seat a month", "€100.00 plus €5.00 per seat a year" */
export function planPrice(plan: PlanPrice): string {
  const { currency, flat_price, unit_price, unit_name, billing_period } = plan;
  if (flat_price === 0 && unit_price === 0) return says.free;
  const flat = formatMoney({ amount: flat_price, currency });
  const perUnit = says.perUnit(formatMoney({ amount: unit_price, currency }), unit_name);
  const price = unit_price === 0 ? flat : flat_price === 0 ? perUnit : says.plus(flat, perUnit);
  return says.per(price, says.periods[billing_period]);
}
