import type { Minor } from './money.ts';
import { requireAmount } from './money.ts';
import { refuse } from './refusals.ts';

/** The billing periods there are, with their length in months. */
export const billingPeriods = { month: 1, quarter: 3, year: 12 } as const;

/** How often a plan is invoiced. */
export type BillingPeriod = keyof typeof billingPeriods;

/** One version of a plan; never edited once a subscription has it. Prices in minor units per billing period. */
export interface PlanVersion {
  readonly id: string;
  readonly planId: string;
  readonly productId: string;
  readonly name: string;
  /** Higher rank in the same product = upgrade. */
  readonly rank: number;
  readonly billingPeriod: BillingPeriod;
  readonly currency: string;
  readonly flatPrice: Minor;
  readonly unitPrice: Minor;
  readonly minQuantity: number;
  /** null: no maximum. */
  readonly maxQuantity: number | null;
  /** null: evergreen. Otherwise a multiple of the billing period. */
  readonly termMonths: number | null;
  readonly trialDays: number;
  /** Whether it can be newly chosen; subscriptions that have it keep it. */
  readonly offered: boolean;
}

/** Length of the plan's billing period in months. */
export function periodMonths(version: PlanVersion): number {
  return billingPeriods[version.billingPeriod];
}

/** Finds a version by id. Refuses `plan/unknown`. */
export function versionOf(
  versions: readonly PlanVersion[],
  id: string,
  field: string | null = null,
): PlanVersion {
  return versions.find((version) => version.id === id) ?? refuse('plan/unknown', field);
}

/**
 * Refuses a version that contradicts itself, naming the field: `money/not-an-amount` for prices, otherwise
 * `plan/invalid` (a term that is not whole billing periods, a maximum below the minimum, a negative trial).
 */
export function requirePlanVersion(version: PlanVersion): PlanVersion {
  requireAmount(version.flatPrice, 'flat_price');
  requireAmount(version.unitPrice, 'unit_price');
  const { minQuantity, maxQuantity, termMonths, trialDays } = version;
  requireThat(/^[A-Z]{3}$/.test(version.currency), 'currency');
  requireThat(Number.isSafeInteger(minQuantity) && minQuantity >= 0, 'min_quantity');
  requireThat(
    maxQuantity === null || (Number.isSafeInteger(maxQuantity) && maxQuantity >= minQuantity),
    'max_quantity',
  );
  requireThat(
    termMonths === null || (termMonths > 0 && termMonths % periodMonths(version) === 0),
    'term_months',
  );
  requireThat(Number.isSafeInteger(trialDays) && trialDays >= 0, 'trial_days');
  return version;
}

/** Refuses `subscription/quantity-outside-range` unless whole and within the plan's minimum and maximum. */
export function requireQuantity(version: PlanVersion, quantity: number): number {
  const { minQuantity, maxQuantity } = version;
  const within =
    Number.isSafeInteger(quantity) &&
    quantity >= minQuantity &&
    (maxQuantity === null || quantity <= maxQuantity);
  return within ? quantity : refuse('subscription/quantity-outside-range', 'quantity');
}

function requireThat(holds: boolean, field: string): void {
  if (!holds) refuse('plan/invalid', field);
}
