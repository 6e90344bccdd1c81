import { type Minor, toMinor } from './money.ts';
import type { PlanVersion } from './plan-version.ts';

/** Price of one whole billing period: flat price + quantity * price per unit, in minor units. Refuses `money/too-large`. */
export function periodPrice(version: PlanVersion, quantity: number): Minor {
  return toMinor(BigInt(version.flatPrice) + BigInt(quantity) * BigInt(version.unitPrice));
}
