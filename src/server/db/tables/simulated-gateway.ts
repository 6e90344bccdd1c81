import type { PaymentFailure } from '../../../contract/payment-failures.ts';
import type { NullableTime, Time } from '../columns.ts';

export type SimulatedGatewayChargesTable = {
  idempotency_key: string;
  gateway_reference: string;
  reference: string;
  kind: 'charge' | 'refund';
  refund_of: string | null;
  token: string | null;
  amount: number;
  currency: string;
  failure_code: Exclude<PaymentFailure, 'gateway_unavailable'> | null;
  created_at: Time;
  settles_at: Time;
  notice_id: string;
  notices_left: number;
  next_notice_at: NullableTime;
};
