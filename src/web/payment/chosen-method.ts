import type { PaymentMethod } from '../../contract/payment-methods.ts';

/** Chosen in place of a method: one that is added now, or none, because credit alone pays. */
export const newMethod = 'new';
export const creditAlone = 'credit';

/**
 * What is chosen at first: the default, one that paid last time, the only one there is, or a new one where there is none.
 * One that was declined is never charged again without being chosen.
 */
export function firstChoice(methods: readonly PaymentMethod[], mayAdd: boolean): string {
  const good = methods.filter(({ expired, last_attempt }) => !expired && last_attempt !== 'declined');
  const [only, ...others] = good;
  const chosen =
    good.find(({ is_default }) => is_default) ??
    good.find(({ last_attempt }) => last_attempt === 'succeeded') ??
    (others.length === 0 ? only : undefined);
  return chosen?.id ?? (good.length === 0 && mayAdd ? newMethod : '');
}
