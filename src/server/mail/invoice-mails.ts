import type { DunningStep } from '../../billing/dunning.ts';
import type { Mail } from './mail-queue.ts';

interface InvoiceLetter {
  readonly to: string;
  readonly company: string;
  readonly support: string | null;
  readonly customer: string;
  readonly number: string;
  /** As it is to be read: "€25.70". */
  readonly amount: string;
  readonly balance: string;
  readonly dueOn: string;
  /** The page of the invoice. */
  readonly link: string;
}

/** An invoice on its way to whoever pays it. */
export function invoiceMail(letter: InvoiceLetter): Mail {
  return {
    to: letter.to,
    template: 'invoice_issued',
    subject: `Invoice ${letter.number} from ${letter.company}`,
    text: write(letter, [
      `here is invoice ${letter.number} for ${letter.amount}. ${owed(letter)}`,
      `See and pay it here:\n${letter.link}`,
    ]),
  };
}

function owed({ balance, dueOn, amount }: InvoiceLetter): string {
  return balance === amount
    ? `Please pay it by ${dueOn}.`
    : `${balance} of it is still to be paid by ${dueOn}.`;
}

const firmness: Readonly<Record<DunningStep, { subject: string; says: string }>> = {
  reminder: {
    subject: 'Reminder: invoice',
    says: 'If you paid it in the last days, there is nothing to do.',
  },
  second_reminder: {
    subject: 'Second reminder: invoice',
    says: 'Please pay it now, or tell us what keeps you from it.',
  },
  final_notice: {
    subject: 'Final notice: invoice',
    says: 'Please pay it without further delay, or write to us today.',
  },
};

/** An overdue invoice, once more. */
export function reminderMail(letter: InvoiceLetter, step: DunningStep): Mail {
  const { subject, says } = firmness[step];
  return {
    to: letter.to,
    template: 'invoice_reminder',
    subject: `${subject} ${letter.number}`,
    text: write(letter, [
      `invoice ${letter.number} was due on ${letter.dueOn}, and ${letter.balance} is still to be paid. ${says}`,
      `See and pay it here:\n${letter.link}`,
    ]),
  };
}

function write({ customer, company, support }: InvoiceLetter, paragraphs: readonly string[]): string {
  const footer = support === null ? company : `${company}\nQuestions? Write to ${support}`;
  return `${[`Hello ${customer},`, ...paragraphs, footer].join('\n\n')}\n`;
}
