/** Why a payment or a refund failed: code -> what the payer is told. The list is closed; every gateway maps its own codes to it. */
export const paymentFailures = {
  declined: 'The bank declined the payment.',
  insufficient_funds: 'There is not enough money on the account.',
  expired_card: 'The card has expired.',
  account_closed: 'The account is closed.',
  refund_not_possible: 'The payment can not be refunded in this amount.',
  gateway_unavailable: 'The payment provider could not be reached. Nothing was charged.',
} as const satisfies Record<string, string>;

/** Why a payment or a refund failed. `gateway_unavailable` is written by Ambit itself, never answered by a gateway. */
export type PaymentFailure = keyof typeof paymentFailures;
