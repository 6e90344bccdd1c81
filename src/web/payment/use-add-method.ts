import { useRef } from 'react';
import type { PaymentMethod } from '../../contract/payment-methods.ts';
import { api } from '../lib/api.ts';
import { newIdempotencyKey } from '../lib/idempotency-key.ts';
import { type MethodEntry, tokenOf } from './method-entry.ts';

type NewMethod = { organizationId: string; entry: MethodEntry; label?: string; makeDefault?: boolean };

/**
 * Adds a payment method by a token that is made here. Sent again unchanged it is the same attempt, with the same token:
 * an answer that was lost adds nothing twice. What was typed is forgotten once it is added.
 */
export function useAddMethod(): (wanted: NewMethod) => Promise<PaymentMethod> {
  const last = useRef<{ wanted: string; token: string; key: string } | null>(null);
  return async (wanted) => {
    const text = JSON.stringify(wanted);
    const attempt =
      last.current?.wanted === text
        ? last.current
        : { wanted: text, token: tokenOf(wanted.entry), key: newIdempotencyKey() };
    last.current = attempt;
    const body = {
      organization_id: wanted.organizationId,
      token: attempt.token,
      label: wanted.label?.trim() || null,
      make_default: wanted.makeDefault ?? false,
    };
    const method = await api('POST /payment-methods', { body, idempotencyKey: attempt.key });
    last.current = null;
    return method;
  };
}
