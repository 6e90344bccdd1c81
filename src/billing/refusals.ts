/** Why billing refuses what it is asked: a closed list, each code with one sentence for people. */
export const billingRefusals = {
  'date/not-a-calendar-date': 'A date is written YYYY-MM-DD, in the years 1900 to 2999.',
  'date/in-the-past': 'The date is before today.',
  'date/too-far': 'The date is more than ten years away.',
  'date/unknown-time-zone': 'The time zone is not one of the IANA database.',
  'money/not-an-amount': 'An amount is a whole number of minor units and not negative.',
  'money/not-positive': 'The amount must be more than zero.',
  'money/too-large': 'The amount is larger than can be kept exactly.',
  'plan/unknown': 'The plan version does not exist.',
  'plan/invalid': 'The plan version contradicts itself.',
  'plan/not-offered': 'The plan is no longer offered.',
  'plan/other-product': 'The plan belongs to another product.',
  'plan/shortens-term':
    'The plan would end the term that was agreed; it can be chosen for the end of the term.',
  'subscription/not-active': 'The subscription is not active.',
  'subscription/paused': 'The subscription is paused; resume it first.',
  'subscription/not-paused': 'The subscription is not paused.',
  'subscription/behind': 'Something of the subscription is due and must be booked first.',
  'subscription/no-term': 'The subscription has no term.',
  'subscription/date-outside-term': 'The date is after the end of the term.',
  'subscription/expires-at-term-end': 'The subscription expires on that date; renew it first.',
  'subscription/already-renewed': 'The subscription already continues after its term.',
  'subscription/quantity-outside-range': 'The quantity is outside what the plan allows.',
  'subscription/other-currency': 'The plan is in another currency than the subscription.',
  'subscription/nothing-changes': 'The subscription is like that already.',
  'subscription/nothing-to-undo': 'There is nothing left to undo.',
  'subscription/cancellation-scheduled': 'A cancellation is scheduled; undo it first.',
  'invoice/not-open': 'The invoice is not open.',
  'invoice/followed': 'A later document settles time of this invoice; issue a credit instead.',
  'payment/other-currency': 'Payment, credits and invoices must be in one currency.',
  'payment/not-refundable': 'Only a payment that succeeded can be refunded.',
  'payment/refund-too-large': 'The refund is more than what is left of the payment.',
  'payment/not-accounted-for': 'The payment is not fully accounted for by what it was applied to.',
  'credit/not-open': 'The credit is not open.',
  'credit/from-payment': 'The credit is money that was paid; refund the payment instead.',
  'terms/outside-range': 'Payment terms are a whole number of days from 0 to 365.',
} as const;

/** One of the reasons in {@link billingRefusals}. */
export type BillingRefusalCode = keyof typeof billingRefusals;

/** Thrown by everything in billing that refuses: the code, and the field of the request it is about (null: the record itself). */
export class BillingRefusal extends Error {
  readonly code: BillingRefusalCode;
  readonly field: string | null;

  constructor(code: BillingRefusalCode, field: string | null = null) {
    super(billingRefusals[code]);
    this.name = 'BillingRefusal';
    this.code = code;
    this.field = field;
  }
}

/** Throws a {@link BillingRefusal}; reads as a sentence: `term ?? refuse('subscription/no-term', 'when')`. */
export function refuse(code: BillingRefusalCode, field: string | null = null): never {
  throw new BillingRefusal(code, field);
}
