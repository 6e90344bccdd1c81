import { letter, type Sender } from './letter.ts';
import type { Mail } from './mail-queue.ts';

interface PaymentLetter extends Sender {
  readonly to: string;
  readonly customer: string;
  readonly number: string;
  /** As it is to be read: "€25.70". */
  readonly amount: string;
  /** "Visa •••• 4242". */
  readonly method: string;
  /** The page of the payment. */
  readonly link: string;
}

/** A payment that succeeded. */
export function paymentReceivedMail(about: PaymentLetter): Mail {
  return {
    to: about.to,
    template: 'payment_received',
    subject: `Payment received: ${about.amount}`,
    text: letter(about.customer, about, [
      `we received ${about.amount} with ${about.method}. Thank you.`,
      `See payment ${about.number}:\n${about.link}`,
    ]),
  };
}

/** A payment that did not come about, and why. */
export function paymentFailedMail(about: PaymentLetter, reason: string): Mail {
  return {
    to: about.to,
    template: 'payment_failed',
    subject: `Payment failed: ${about.amount}`,
    text: letter(about.customer, about, [
      `${about.amount} could not be charged to ${about.method}. ${reason}`,
      'The invoices stay open. Please pay them another way.',
      `See payment ${about.number}:\n${about.link}`,
    ]),
  };
}
