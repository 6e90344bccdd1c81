import { decide } from '../../../access/decide.ts';
import { addDays } from '../../../billing/calendar.ts';
import type { BookingLine } from '../../../contract/bookings.ts';
import type { InvoiceContent } from '../../../contract/invoices.ts';
import { paymentFailures } from '../../../contract/payment-failures.ts';
import type { AppContext } from '../../app-context.ts';
import type { Database } from '../../db/database.ts';
import type { Row } from '../../db/tables.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import type { InvoiceRow } from './records.ts';

/** The lines of an invoice as they were issued, in order. */
export function linesOf(db: Database, invoiceId: string): Promise<Row<'invoice_lines'>[]> {
  return db.q
    .selectFrom('invoice_lines')
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .orderBy('position')
    .execute();
}

type AppliedReason = InvoiceContent['applied'][number]['taken_back'];

interface Applied {
  readonly kind: 'payment' | 'credit';
  readonly amount: number;
  readonly at: Date;
  /** The payment whose failure took it back. */
  readonly failed: string | null;
  readonly record: Row<'payments'> | Row<'credits'>;
}

/** What was put to an invoice and taken back again, oldest first. */
export async function appliedTo(db: Database, invoiceId: string): Promise<Applied[]> {
  const ofPayments = await db.q
    .selectFrom('payment_applications as a')
    .innerJoin('payments as p', 'p.id', 'a.payment_id')
    .selectAll('p')
    .select(['a.amount as applied_amount', 'a.created_at as applied_at'])
    .where('a.invoice_id', '=', invoiceId)
    .orderBy('a.id')
    .execute();
  const ofCredits = await db.q
    .selectFrom('credit_applications as a')
    .innerJoin('credits as c', 'c.id', 'a.credit_id')
    .selectAll('c')
    .select(['a.amount as applied_amount', 'a.created_at as applied_at', 'a.payment_id as went_before'])
    .where('a.invoice_id', '=', invoiceId)
    .orderBy('a.id')
    .execute();
  const both = [
    ...ofPayments.map((record) => ({ kind: 'payment' as const, record, ...amountOf(record), failed: null })),
    ...ofCredits.map((record) => ({
      kind: 'credit' as const,
      record,
      ...amountOf(record),
      failed: record.went_before,
    })),
  ];
  return both.sort((one, other) => one.at.getTime() - other.at.getTime());
}

function amountOf(row: { applied_amount: number; applied_at: Date }) {
  return { amount: row.applied_amount, at: row.applied_at };
}

/** Everything that stands on an invoice; numbers of payments and credits link only where the reader may view them. */
export async function contentOf(
  { db }: AppContext,
  subject: SessionSubject,
  invoice: InvoiceRow,
): Promise<InvoiceContent> {
  const { currency } = invoice;
  const lines = await linesOf(db, invoice.id);
  const applied = await appliedTo(db, invoice.id);
  const attempts = await attemptsOn(db, invoice.id);
  const pending = attempts.find(({ status }) => status === 'pending');
  const last = attempts[0];
  const named = (payment: Row<'payments'>) => ({
    record: decide(subject, 'payments.view', payment).allowed ? payment.id : null,
    number: payment.number,
  });
  return {
    lines: lines.map(shownLine),
    applied: applied.map((part) => ({
      kind: part.kind,
      record: decide(subject, `${part.kind}s.view`, part.record).allowed ? part.record.id : null,
      number: part.record.number,
      amount: { amount: part.amount, currency },
      taken_back: whyTakenBack(part, invoice),
      at: part.at.toISOString(),
    })),
    pending_payment: pending
      ? {
          ...named(pending),
          amount: { amount: pending.amount, currency },
          at: pending.created_at.toISOString(),
        }
      : null,
    failure:
      invoice.status === 'open' && last?.failure_code
        ? { ...named(last), ...failureOf(last.failure_code, last) }
        : null,
  };
}

/** Voiding takes everything back in its own moment; before that only refunds and failures do. */
function whyTakenBack({ amount, at, failed }: Applied, { voided_at }: InvoiceRow): AppliedReason {
  if (amount > 0) return null;
  if (failed !== null) return 'failed_payment';
  return voided_at !== null && at.getTime() === voided_at.getTime() ? 'void' : 'refund';
}

function failureOf(code: keyof typeof paymentFailures, { settled_at, created_at }: Row<'payments'>) {
  return { code, message: paymentFailures[code], at: (settled_at ?? created_at).toISOString() };
}

/** The last payments that were meant for an invoice, newest first. */
function attemptsOn(db: Database, invoiceId: string): Promise<Row<'payments'>[]> {
  return db.q
    .selectFrom('payment_targets as t')
    .innerJoin('payments as p', 'p.id', 't.payment_id')
    .selectAll('p')
    .where('t.invoice_id', '=', invoiceId)
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(10)
    .execute();
}

function shownLine(line: Row<'invoice_lines'>): BookingLine {
  return {
    kind: line.kind,
    description: line.description,
    from: line.from_on,
    to: line.from_on && line.to_on ? addDays(line.to_on, -1) : line.to_on,
    days: line.days,
    of_days: line.of_days,
    quantity: line.quantity,
    unit_price: line.unit_price,
    flat_price: line.flat_price,
    amount: line.amount,
  };
}
