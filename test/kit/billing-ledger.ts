import type { CalendarDate } from '../../src/billing/calendar.ts';
import { canonicalJson } from '../../src/billing/canonical-json.ts';
import type { BillingLine, Upcoming } from '../../src/billing/planned-booking.ts';
import type { SubscriptionState } from '../../src/billing/subscription.ts';
import {
  type CreditStatus,
  type InvoiceStatus,
  type PaymentStatus,
  statusOfCredit,
  statusOfInvoice,
} from '../../src/billing/totals.ts';

/** One organization's books, kept in memory the way a database would: every effect changes stored balances. */
export interface Ledger {
  accountBalance: number;
  creditBalance: number;
  readonly subscriptions: LedgerSubscription[];
  readonly invoices: LedgerInvoice[];
  readonly credits: LedgerCredit[];
  readonly payments: LedgerPayment[];
  readonly applications: Application[];
  readonly answers: Map<string, string>;
}

export interface LedgerSubscription {
  readonly id: string;
  state: SubscriptionState;
  lines: BillingLine[];
  pausedDays: number;
  /** Days after a cancellation that were worth nothing, so that no credit names them. */
  worthlessDays: number;
  promised: Upcoming | null;
  /** The latest day something took effect. */
  effectiveOn: CalendarDate;
  /** Whether an order of each kind waits to take effect. */
  readonly placed: Set<string>;
}

export interface LedgerInvoice {
  readonly id: string;
  readonly subscriptionId: string;
  readonly issueOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly currency: string;
  readonly amount: number;
  readonly lines: readonly BillingLine[];
  readonly linesBefore: number;
  status: InvoiceStatus;
  balance: number;
}

export interface LedgerCredit {
  readonly id: string;
  readonly paymentId: string | null;
  readonly issuedOn: CalendarDate;
  readonly currency: string;
  readonly amount: number;
  status: CreditStatus;
  remaining: number;
  withdrawn: number;
}

export interface LedgerPayment {
  readonly id: string;
  readonly amount: number;
  status: PaymentStatus;
  refunded: number;
}

export interface Application {
  readonly kind: 'payment' | 'credit';
  readonly sourceId: string;
  readonly invoiceId: string;
  amount: number;
}

export const currency = 'EUR';

export function emptyLedger(): Ledger {
  return {
    accountBalance: 0,
    creditBalance: 0,
    subscriptions: [],
    invoices: [],
    credits: [],
    payments: [],
    applications: [],
    answers: new Map(),
  };
}

/** Runs a request once per key: the same key and body gives the stored answer, another body is refused. */
export function once(ledger: Ledger, key: string, body: unknown, effect: () => string): string {
  const text = canonicalJson(body);
  const stored = ledger.answers.get(key);
  if (stored !== undefined) {
    const answer: { text: string; outcome: string } = JSON.parse(stored);
    if (answer.text !== text) throw new Error('the key was used with another body');
    return answer.outcome;
  }
  const outcome = effect();
  ledger.answers.set(key, JSON.stringify({ text, outcome }));
  return outcome;
}

export function nextId(prefix: string, list: readonly unknown[]): string {
  return `${prefix}${String(list.length + 1).padStart(6, '0')}`;
}

export function found<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const item = list.find((one) => one.id === id);
  if (item === undefined) throw new Error(`nothing with id ${id}`);
  return item;
}

export function issueCredit(
  ledger: Ledger,
  amount: number,
  issuedOn: CalendarDate,
  paymentId: string | null,
): void {
  const id = nextId('c', ledger.credits);
  ledger.credits.push({
    id,
    paymentId,
    issuedOn,
    currency,
    amount,
    status: 'open',
    remaining: amount,
    withdrawn: 0,
  });
  ledger.creditBalance += amount;
}

export function apply(ledger: Ledger, application: Application): void {
  ledger.applications.push(application);
  changeBalance(ledger, application.invoiceId, -application.amount);
  if (application.kind === 'credit') changeRemaining(ledger, application.sourceId, -application.amount);
}

/** Takes an amount back from what a payment or credit was put to; a credit has it again. */
export function unapply(ledger: Ledger, { kind, sourceId, invoiceId, amount }: Application): void {
  let left = amount;
  for (const one of ledger.applications.toReversed()) {
    if (one.kind !== kind || one.sourceId !== sourceId || one.invoiceId !== invoiceId) continue;
    const part = Math.min(left, one.amount);
    one.amount -= part;
    left -= part;
  }
  if (left > 0) throw new Error('more taken back than was applied');
  changeBalance(ledger, invoiceId, amount);
  if (kind === 'credit') changeRemaining(ledger, sourceId, amount);
}

export function changeRemaining(ledger: Ledger, creditId: string, by: number): void {
  const credit = found(ledger.credits, creditId);
  credit.remaining += by;
  credit.status = statusOfCredit(credit.remaining);
  ledger.creditBalance += by;
}

function changeBalance(ledger: Ledger, invoiceId: string, by: number): void {
  const invoice = found(ledger.invoices, invoiceId);
  invoice.balance += by;
  invoice.status = statusOfInvoice(invoice.balance);
  ledger.accountBalance += by;
}
