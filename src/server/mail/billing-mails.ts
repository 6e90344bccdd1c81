import type { Mail } from './mail-queue.ts';

interface PaymentLetter {
  readonly to: string;
  readonly company: string;
  readonly support: string | null;
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
export function paymentReceivedMail(letter: PaymentLetter): Mail {
  return {
    to: letter.to,
    template: 'payment_received',
    subject: `Payment received: ${letter.amount}`,
    text: write(letter, [
      `we received ${letter.amount} with ${letter.method}. Thank you.`,
      `See payment ${letter.number}:\n${letter.link}`,
    ]),
  };
}

/** A payment that did not come about, and why. */
export function paymentFailedMail(letter: PaymentLetter, reason: string): Mail {
  return {
    to: letter.to,
    template: 'payment_failed',
    subject: `Payment failed: ${letter.amount}`,
    text: write(letter, [
      `${letter.amount} could not be charged to ${letter.method}. ${reason}`,
      'The invoices stay open. Please pay them another way.',
      `See payment ${letter.number}:\n${letter.link}`,
    ]),
  };
}

function write({ customer, company, support }: PaymentLetter, paragraphs: readonly string[]): string {
  const footer = support === null ? company : `${company}\nQuestions? Write to ${support}`;
  return `${[`Hello ${customer},`, ...paragraphs, footer].join('\n\n')}\n`;
}
