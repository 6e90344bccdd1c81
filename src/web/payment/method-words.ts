import type { PaymentMethod } from '../../contract/payment-methods.ts';
import { formatMonth } from '../lib/format.ts';
import { methodKinds } from '../texts/payment-methods.ts';

/** "Visa •••• 4242", with the name that its owner gave it. */
export function methodTitle({ brand, kind, last_four, label }: PaymentMethod): string {
  const name = `${brand ?? methodKinds[kind]} •••• ${last_four}`;
  return label ? `${label}: ${name}` : name;
}

/** The last month it is good for; null for bank accounts. */
export function expiryText({ expiry }: Pick<PaymentMethod, 'expiry'>): string | null {
  return expiry === null ? null : formatMonth(expiry, 'card');
}
