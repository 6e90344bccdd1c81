import type { PaymentMethod } from '../../contract/payment-methods.ts';

/** Chosen in place of a method: one that is added now, or none, because credit alone pays. */
export const newMethod = 'new';
export const creditAlone = 'credit';

/** What is chosen at first: the default, the only one there is, or a new one where there is none. */
export function firstChoice(methods: readonly PaymentMethod[], mayAdd: boolean): string {
  const usable = methods.filter(({ expired }) => !expired);
  const chosen = usable.find(({ is_default }) => is_default) ?? (usable.length === 1 ? usable[0] : undefined);
  return chosen?.id ?? (usable.length === 0 && mayAdd ? newMethod : '');
}
