import { type CalendarDate, daysBetween } from '../../src/billing/calendar.ts';
import { versionOf } from '../../src/billing/plan-version.ts';
import type { BillingLine } from '../../src/billing/planned-booking.ts';
import { creditBalance, invoiceBalance, organizationBalance } from '../../src/billing/totals.ts';
import type { Ledger, LedgerSubscription } from './billing-ledger.ts';
import { plans } from './billing-plans.ts';

/** The fewest and the most days a period can have. */
const lengths = { month: [28, 31], quarter: [89, 92], year: [365, 366] } as const;

/** Everything that must hold of the books after every step. */
export function expectBalanced(ledger: Ledger): void {
  for (const invoice of ledger.invoices) {
    const of = (kind: string) =>
      ledger.applications
        .filter((one) => one.kind === kind && one.invoiceId === invoice.id)
        .map(({ amount }) => amount);
    const balance = invoiceBalance(invoice.amount, of('payment'), of('credit'));
    const isVoid = invoice.status === 'void';
    same(balance, isVoid ? invoice.amount : invoice.balance, `balance of ${invoice.id}`);
    must(isVoid ? invoice.balance === 0 : invoice.balance >= 0, `no negative balance of ${invoice.id}`);
    same(sum(invoice.lines), invoice.amount, `lines of ${invoice.id}`);
  }
  same(ledger.accountBalance, organizationBalance(ledger.invoices), 'account balance');
  same(ledger.creditBalance, creditBalance(ledger.credits), 'credit balance');
  expectCreditsAccountedFor(ledger);
  expectMoneyKept(ledger);
  const voided = new Set(
    ledger.invoices.filter(({ status }) => status === 'void').flatMap(({ lines }) => lines),
  );
  for (const subscription of ledger.subscriptions) expectEachPeriodOnce(subscription, voided);
}

function expectCreditsAccountedFor(ledger: Ledger): void {
  for (const credit of ledger.credits) {
    const applied = sum(ledger.applications.filter(({ sourceId }) => sourceId === credit.id));
    must(credit.remaining >= 0, `no negative rest of ${credit.id}`);
    same(credit.remaining + credit.withdrawn + applied, credit.amount, `what became of ${credit.id}`);
  }
}

/** Per payment: what came in and was not given back is on invoices, or left as credit, or used from such credit. */
function expectMoneyKept(ledger: Ledger): void {
  for (const payment of ledger.payments) {
    const credits = ledger.credits.filter(({ paymentId }) => paymentId === payment.id);
    const sources = new Set([payment.id, ...credits.map(({ id }) => id)]);
    const applied = sum(ledger.applications.filter(({ sourceId }) => sources.has(sourceId)));
    const remaining = credits.reduce((total, credit) => total + credit.remaining, 0);
    const kept = payment.status === 'failed' ? 0 : payment.amount - payment.refunded;
    same(applied + remaining, kept, `what became of ${payment.id}`);
  }
}

function expectEachPeriodOnce(subscription: LedgerSubscription, voided: ReadonlySet<BillingLine>): void {
  const { lines, state, pausedDays, worthlessDays } = subscription;
  const periods = lines.filter(({ kind }) => kind === 'period');
  for (const [index, { periodNumber }] of periods.entries()) same(periodNumber, index + 1, 'period number');
  same(state.periodNumber, periods.length, 'number of periods invoiced');
  const first = periods[0];
  if (first === undefined || state.currentPeriod === null) return;
  const end = state.endedOn ?? state.currentPeriod.end;
  const charged = lines.reduce(
    (days, line) => days + (line.kind === 'credit_rest' ? -line.days : line.days),
    0,
  );
  same(charged - worthlessDays, daysBetween(first.from, end) - pausedDays, 'days charged');
  if (pausedDays === 0 && worthlessDays === 0) expectEachDayOnce(lines, first.from, end);
  for (const { periodNumber } of periods) {
    const ofPeriod = lines.filter((line) => line.periodNumber === periodNumber);
    expectExactPrice(ofPeriod);
    expectNothingBackOf(ofPeriod, voided);
  }
}

/** Sweeps over the days: between two neighbouring borders of lines exactly one line is charged and not given back. */
function expectEachDayOnce(lines: readonly BillingLine[], start: CalendarDate, end: CalendarDate): void {
  const steps = new Map<CalendarDate, number>();
  const add = (on: CalendarDate, by: number) => steps.set(on, (steps.get(on) ?? 0) + by);
  for (const { kind, from, to } of lines) {
    add(from, kind === 'credit_rest' ? -1 : 1);
    add(to, kind === 'credit_rest' ? 1 : -1);
  }
  const borders = [...steps].filter(([, by]) => by !== 0);
  const coversAll = steps.get(start) === 1 && steps.get(end) === -1 && borders.length === 2;
  must(start === end ? borders.length === 0 : coversAll, `every day from ${start} to ${end} charged once`);
}

/** A charge and what was given back of it come to the price of the days used, to less than one minor unit; unused ones to nothing. */
function expectExactPrice(lines: readonly BillingLine[]): void {
  for (const [index, charge] of lines.entries()) {
    if (charge.kind === 'credit_rest') continue;
    const back = lines[index + 1]?.kind === 'credit_rest' ? lines[index + 1] : undefined;
    const price = charge.flatPrice + charge.quantity * charge.unitPrice;
    must(charge.days >= (back?.days ?? 0), 'no more days given back than were charged');
    if (charge.kind === 'period') {
      const [least, most] = lengths[versionOf(plans, charge.planVersionId).billingPeriod];
      must(charge.days >= least && charge.days <= most, `${charge.days} days are a period`);
    }
    if (charge.kind === 'period')
      must(charge.amount === price && charge.days === charge.ofDays, 'a whole period');
    if (back?.amount === 0) continue;
    const days = charge.days - (back?.days ?? 0);
    const amount = charge.amount + (back?.amount ?? 0);
    const off = Math.abs(amount * charge.ofDays - price * days);
    must(days === 0 ? amount === 0 : off <= charge.ofDays, `${amount} is the price of ${days} days`);
  }
}

/** Of a claim that was withdrawn nothing can be given back: that would make money. */
function expectNothingBackOf(lines: readonly BillingLine[], voided: ReadonlySet<BillingLine>): void {
  for (const [index, charge] of lines.entries()) {
    const next = lines[index + 1];
    if (charge.kind === 'credit_rest' || next?.kind !== 'credit_rest' || !voided.has(charge)) continue;
    must(next.amount === 0, `${next.amount} given back of a voided claim`);
  }
}

function sum(parts: readonly { readonly amount: number }[]): number {
  return parts.reduce((total, { amount }) => total + amount, 0);
}

function same(actual: number, expected: number, what: string): void {
  must(actual === expected, `${what}: ${actual}, should be ${expected}`);
}

/** Plain throws: the checks run some ten million times, too often for a matcher. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
