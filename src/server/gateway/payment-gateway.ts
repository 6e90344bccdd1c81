import type { PaymentFailure } from '../../contract/payment-failures.ts';
import type { PaymentMethodKind } from '../../contract/test-cards.ts';

/** What a gateway keeps behind a token, as far as it may be shown. */
export interface DescribedMethod {
  readonly kind: PaymentMethodKind;
  readonly brand: string | null;
  readonly last_four: string;
  /** `YYYY-MM`, the last month a card is good for; null for bank accounts. */
  readonly expiry: string | null;
  readonly holder: string;
}

export interface ChargeOrder {
  /** Minor units, more than 0. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly token: string;
  /** One per attempt: the gateway charges once for it, however often it is asked. */
  readonly idempotency_key: string;
  /** Our name for this attempt; no other attempt has it. */
  readonly reference: string;
}

export interface RefundOrder {
  /** Minor units, more than 0; together with earlier refunds at most what was charged. */
  readonly amount: number;
  readonly currency: string;
  /** The charge to give back from, as the gateway calls it. */
  readonly gateway_reference: string;
  readonly idempotency_key: string;
  readonly reference: string;
}

/** A charge or refund by its names. */
export interface OrderNames {
  /** The `reference` of the order. */
  readonly reference: string;
  /** Null as long as no answer came. */
  readonly gateway_reference: string | null;
}

/** How a charge or refund stands. `succeeded` and `failed` are final. */
export type GatewayResult =
  | { readonly outcome: 'succeeded' | 'pending'; readonly gateway_reference: string }
  | {
      readonly outcome: 'failed';
      readonly gateway_reference: string;
      readonly failure_code: Exclude<PaymentFailure, 'gateway_unavailable'>;
    };

/** One message of the gateway to us. The same one may come twice, and they come in any order. */
export interface GatewayNotice {
  /** Whoever has seen this id has seen the notice. */
  readonly id: string;
  readonly type: 'charge' | 'refund';
  /** The `reference` of the order. */
  readonly reference: string;
  readonly result: GatewayResult;
}

/** Header names in lower case, as Node gives them. */
export type NoticeHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * A company that moves money for us. It is asked outside of transactions: what it did is done, whatever becomes of
 * ours. Throws `GatewayRefused` for orders it does not take, and `GatewayUnavailable` where its answer is not known.
 */
export interface PaymentGateway {
  readonly name: string;
  describe(token: string): Promise<DescribedMethod>;
  charge(order: ChargeOrder): Promise<GatewayResult>;
  refund(order: RefundOrder): Promise<GatewayResult>;
  /** How a charge or refund stands; null where the gateway knows of none. */
  status(order: OrderNames): Promise<GatewayResult | null>;
  /** The notice in a request, from the bytes of its body as they came. Throws `NoticeRefused`. */
  verifyNotice(headers: NoticeHeaders, rawBody: Uint8Array): Promise<GatewayNotice>;
}

/**
 * The gateway could not be reached, or its answer was lost: the order may have been carried out. Ask again with the
 * same idempotency key, or ask for the status, before anything else is made of it.
 */
export class GatewayUnavailable extends Error {
  constructor(gateway: string, cause?: unknown) {
    super(`The payment gateway "${gateway}" can not be reached`, { cause });
  }
}

export type RefusalCode =
  | 'invalid_order'
  | 'unknown_token'
  | 'unknown_charge'
  | 'idempotency_key_reused'
  | 'reference_reused';

/** The order itself is wrong and nothing was done. Asking again does not help. */
export class GatewayRefused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A request that is no notice of the gateway, or was on its way for too long. */
export class NoticeRefused extends Error {
  readonly reason: 'unsigned' | 'wrong_signature' | 'too_old' | 'malformed';

  constructor(reason: NoticeRefused['reason']) {
    super(`The payment notice is refused: ${reason}`);
    this.reason = reason;
  }
}
