import type { GatewayResult } from '../../gateway/payment-gateway.ts';
import type { PaymentRow } from './records.ts';

/** How a charge or refund ended; `gateway_unavailable` is ours to say, when nothing was moved. */
export type Outcome =
  | { readonly outcome: 'succeeded'; readonly gateway_reference: string }
  | {
      readonly outcome: 'failed';
      readonly gateway_reference: string | null;
      readonly failure_code: NonNullable<PaymentRow['failure_code']>;
    };

/** The end that an answer of the gateway tells of; null while there is none. */
export function outcomeIn(result: GatewayResult): Outcome | null {
  if (result.outcome === 'failed') return result;
  return result.outcome === 'pending' ? null : { ...result, outcome: 'succeeded' };
}

/** Why it failed; null when it did not. */
export function failureIn(outcome: Outcome): PaymentRow['failure_code'] {
  return outcome.outcome === 'failed' ? outcome.failure_code : null;
}
