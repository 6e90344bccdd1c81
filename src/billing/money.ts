import { refuse } from './refusals.ts';

/** Money as a whole number of the currency's minor units (cents); always a safe integer, never a fraction. */
export type Minor = number;

/** Refuses `money/not-an-amount` unless it is a safe, whole number of minor units from 0 up. */
export function requireAmount(amount: Minor, field: string): Minor {
  return Number.isSafeInteger(amount) && amount >= 0 ? amount : refuse('money/not-an-amount', field);
}

/** Like {@link requireAmount}, and refuses `money/not-positive` for zero. */
export function requirePositive(amount: Minor, field: string): Minor {
  return requireAmount(amount, field) > 0 ? amount : refuse('money/not-positive', field);
}

/** Back from exact arithmetic. Refuses `money/too-large` beyond 2^53 - 1 minor units. */
export function toMinor(exact: bigint): Minor {
  const amount = Number(exact);
  return Number.isSafeInteger(amount) ? amount : refuse('money/too-large');
}

/** The exact sum, in minor units. */
export function sumOf(amounts: readonly Minor[]): Minor {
  return toMinor(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));
}

/**
 * `amount * part / whole`, rounded half up to a minor unit.
 * Differences of shares at rising parts always add up to the share at the last of them (cumulative rounding).
 * @param amount minor units, not negative
 */
export function shareOf(amount: Minor, part: number, whole: number): Minor {
  const divisor = BigInt(whole);
  return toMinor((2n * BigInt(amount) * BigInt(part) + divisor) / (2n * divisor));
}

/** `amount / divisor`, rounded half to even, in minor units; the amount must not be negative. */
export function divideHalfEven(amount: Minor, divisor: number): Minor {
  const by = BigInt(divisor);
  const quotient = BigInt(amount) / by;
  const twice = 2n * (BigInt(amount) % by);
  const up = twice > by || (twice === by && quotient % 2n === 1n);
  return toMinor(up ? quotient + 1n : quotient);
}
