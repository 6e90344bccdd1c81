import type { DunningStep } from '../../billing/dunning.ts';
import { letter, type Sender } from './letter.ts';
import type { Mail } from './mail-queue.ts';

interface InvoiceLetter extends Sender {
  readonly to: string;
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
export function invoiceMail(about: InvoiceLetter): Mail {
  return {
    to: about.to,
    template: 'invoice_issued',
    subject: `Invoice ${about.number} from ${about.company}`,
    text: letter(about.customer, about, [
      `here is invoice ${about.number} for ${about.amount}. ${owed(about)}`,
      `See and pay it here:\n${about.link}`,
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
export function reminderMail(about: InvoiceLetter, step: DunningStep): Mail {
  const { subject, says } = firmness[step];
  return {
    to: about.to,
    template: 'invoice_reminder',
    subject: `${subject} ${about.number}`,
    text: letter(about.customer, about, [
      `invoice ${about.number} was due on ${about.dueOn}, and ${about.balance} is still to be paid. ${says}`,
      `See and pay it here:\n${about.link}`,
    ]),
  };
}
