/** The ways to pay that a gateway can keep. */
export const paymentMethodKinds = ['card', 'ach', 'bank_transfer'] as const;
/** One way to pay: a card, a United States bank account (ACH), or an account with an IBAN. */
export type PaymentMethodKind = (typeof paymentMethodKinds)[number];

/** What the simulated gateway does with a method: code -> what happens, for people who try it out. */
export const testOutcomes = {
  approve: 'Succeeds at once',
  decline: 'Is declined',
  insufficient_funds: 'Fails: not enough money',
  expired_card: 'Fails: the card has expired',
  account_closed: 'Fails: the account is closed',
  slow_success: 'Is pending first and succeeds a little later',
  slow_decline: 'Is pending first and is declined a little later',
  duplicate_notice: 'Succeeds; its notice arrives twice',
  answer_lost: 'Succeeds, but the answer of the first attempt is lost',
  gateway_down: 'Fails: the provider can not be reached',
} as const satisfies Record<string, string>;

/** What the simulated gateway does with a method. */
export type TestOutcome = keyof typeof testOutcomes;

/** A number that the simulated gateway takes. It takes no others, so that nobody types a real one into it. */
export interface TestNumber {
  readonly kind: PaymentMethodKind;
  /** Card number, account number or IBAN, without spaces. */
  readonly number: string;
  /** The card's brand; null for bank accounts. */
  readonly brand: string | null;
  readonly outcome: TestOutcome;
}

/** All numbers of the simulated gateway, as documented in docs/payment-gateway.md. */
export const testNumbers: readonly TestNumber[] = [
  { kind: 'card', number: '4242424242424242', brand: 'Visa', outcome: 'approve' },
  { kind: 'card', number: '5555555555554444', brand: 'Mastercard', outcome: 'approve' },
  { kind: 'card', number: '378282246310005', brand: 'American Express', outcome: 'approve' },
  { kind: 'card', number: '4000000000000119', brand: 'Visa', outcome: 'decline' },
  { kind: 'card', number: '4000000000000226', brand: 'Visa', outcome: 'insufficient_funds' },
  { kind: 'card', number: '4000000000000333', brand: 'Visa', outcome: 'expired_card' },
  { kind: 'card', number: '4000000000000440', brand: 'Visa', outcome: 'slow_success' },
  { kind: 'card', number: '4000000000000556', brand: 'Visa', outcome: 'slow_decline' },
  { kind: 'card', number: '4000000000000663', brand: 'Visa', outcome: 'duplicate_notice' },
  { kind: 'card', number: '4000000000000770', brand: 'Visa', outcome: 'answer_lost' },
  { kind: 'card', number: '4000000000000887', brand: 'Visa', outcome: 'gateway_down' },
  { kind: 'ach', number: '000123456789', brand: null, outcome: 'slow_success' },
  { kind: 'ach', number: '000111111116', brand: null, outcome: 'slow_decline' },
  { kind: 'ach', number: '000111111113', brand: null, outcome: 'account_closed' },
  { kind: 'bank_transfer', number: 'DE89370400440532013000', brand: null, outcome: 'slow_success' },
  { kind: 'bank_transfer', number: 'DE41370400440000000001', brand: null, outcome: 'slow_decline' },
  { kind: 'bank_transfer', number: 'DE14370400440000000002', brand: null, outcome: 'account_closed' },
];

/** The routing number that goes with the ACH test accounts. */
export const testRoutingNumber = '110000000';

/** What a token of the simulated gateway carries: everything but the number. */
export interface SimulatedToken {
  readonly kind: PaymentMethodKind;
  readonly brand: string | null;
  /** The last four digits or letters of the number. */
  readonly last_four: string;
  /** `YYYY-MM`, the last month the card is good for; null for bank accounts. */
  readonly expiry: string | null;
  /** 1 to 100 characters. */
  readonly holder: string;
  readonly outcome: TestOutcome;
}

/** Tokens of the simulated gateway are this, then base64url of the JSON of a `SimulatedToken`, a dot, and 32 random hex digits. */
export const simulatedTokenPrefix = 'sim_';
