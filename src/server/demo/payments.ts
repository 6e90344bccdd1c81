import { addDays, type CalendarDate } from '../../billing/calendar.ts';
import { paymentFailures } from '../../contract/payment-failures.ts';
import { type SimulatedToken, simulatedTokenPrefix } from '../../contract/test-cards.ts';
import type { AppContext } from '../app-context.ts';
import { auditAll } from '../audit/audit.ts';
import { invoiceEntries, named } from '../commerce/tell-invoices.ts';
import { newId } from '../db/id.ts';
import type { NewRow, Row } from '../db/tables.ts';
import { insertRows } from '../db/write-rows.ts';
import { methodName } from '../modules/payment-methods/records.ts';
import { type Attempt, type Due, withCreditFirst } from './credit-first.ts';
import type { Random } from './random.ts';

interface Living {
  readonly app: AppContext;
  readonly random: Random;
}

const cards = [
  { brand: 'Visa', last_four: '4242' },
  { brand: 'Mastercard', last_four: '4444' },
  { brand: 'American Express', last_four: '0005' },
] as const;

/** A card for each of them, on the company's own gateway, good for years. */
export async function addDemoMethods(
  { app, random }: Living,
  organizations: readonly NewRow<'organizations'>[],
): Promise<void> {
  const expiry = `${app.clock().getUTCFullYear() + 3}-08`;
  const rows = organizations.map((organization) => {
    const card = {
      kind: 'card' as const,
      ...random.pick(cards),
      expiry,
      holder: organization.name.slice(0, 100),
    };
    const made = organization.created_at ?? app.clock();
    return {
      id: newId(),
      organization_id: organization.id,
      ...card,
      gateway: app.gateway.name,
      token: tokenOf({ ...card, outcome: 'approve' }),
      is_default: true,
      created_by: organization.created_by ?? null,
      created_at: made,
      updated_at: made,
      version: 1,
    };
  });
  await insertRows(app.db, 'payment_methods', rows);
}

function tokenOf(content: SimulatedToken): string {
  const packed = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${simulatedTokenPrefix}${packed}.${newId().replaceAll('-', '')}`;
}

/** Open invoices that fall due within days, of organizations with a card. */
const dueText = `select i.*, m.id as method_id, m.brand, m.last_four, m.token
from invoices i join payment_methods m on m.organization_id = i.organization_id and m.is_default
where i.status = 'open' and i.due_on <= $1 order by i.number`;

/** Most pay when it is due, some later, a few not at all; credit goes first; now and then the bank says no. */
export async function payAsDemo(
  { app, random }: Living,
  day: CalendarDate,
  end: CalendarDate,
): Promise<void> {
  const due = await app.db.raw<Due>(dueText, [addDays(day, 5)]);
  // The last weeks are left as they would be found on a working day: some due, some overdue.
  const recent = addDays(end, -45);
  const chosen = due.filter(({ issued_on }) => random.chance(issued_on > recent ? 0.25 : 0.8));
  const wanted = chosen.map((invoice) => ({ invoice, id: newId(), fails: random.chance(0.06) }));
  const attempts = await withCreditFirst(app, wanted);
  if (attempts.length === 0) return;
  const payments = await writePayments(app, attempts);
  const paid = attempts.filter(({ fails }) => !fails);
  await insertRows(
    app.db,
    'payment_applications',
    paid.map(({ id, invoice }) => ({
      payment_id: id,
      invoice_id: invoice.id,
      amount: invoice.balance,
      created_at: app.clock(),
    })),
  );
  await tellHistory(app, attempts, payments);
  await app.db.raw(
    `update organizations o set last_payment_amount = n.amount, last_payment_at = $2
from json_to_recordset($1::json) n (id uuid, amount bigint) where o.id = n.id`,
    [
      JSON.stringify(paid.map(({ invoice }) => ({ id: invoice.organization_id, amount: invoice.balance }))),
      app.clock(),
    ],
  );
}

function failureOf({ fails }: Attempt) {
  return fails ? 'insufficient_funds' : null;
}

/** What the invoices tell of how they were paid, or were not. */
async function tellHistory(
  { db }: AppContext,
  attempts: readonly Attempt[],
  payments: readonly Row<'payments'>[],
): Promise<void> {
  const numbers = new Map(payments.map(({ id, number }) => [id, number]));
  const entries = attempts.flatMap(({ id, invoice, fails }) =>
    invoiceEntries([invoice], {
      action: fails ? 'invoices.payment_failed' : 'invoices.payment_received',
      by: [
        named('payment', numbers.get(id) ?? ''),
        ...(fails ? [named('reason', paymentFailures.insufficient_funds)] : []),
      ],
      parts: [{ invoiceId: invoice.id, amount: fails ? 0 : invoice.balance }],
    }),
  );
  await auditAll(db, entries);
}

/** The payments, what they are meant for, and their counterpart in the gateway's books, so that they can be refunded. */
async function writePayments(app: AppContext, attempts: readonly Attempt[]): Promise<Row<'payments'>[]> {
  const { db } = app;
  const at = app.clock();
  const payments = await insertRows(
    db,
    'payments',
    attempts.map((attempt) => ({
      id: attempt.id,
      organization_id: attempt.invoice.organization_id,
      payment_method_id: attempt.invoice.method_id,
      method_name: methodName({ kind: 'card', ...attempt.invoice }),
      currency: attempt.invoice.currency,
      amount: attempt.invoice.balance,
      refunded: 0,
      status: attempt.fails ? 'failed' : 'succeeded',
      failure_code: failureOf(attempt),
      gateway: app.gateway.name,
      gateway_reference: `sim_${attempt.id}`,
      settled_at: at,
      created_at: at,
      updated_at: at,
      version: 1,
    })),
  );
  await insertRows(
    db,
    'payment_targets',
    attempts.map(({ id, invoice }) => ({ payment_id: id, invoice_id: invoice.id, pending: false })),
  );
  await insertRows(
    db,
    'simulated_gateway_charges',
    attempts.map((attempt) => chargeOf(attempt, at)),
  );
  return payments;
}

function chargeOf(attempt: Attempt, at: Date) {
  const { id, invoice } = attempt;
  return {
    idempotency_key: id,
    gateway_reference: `sim_${id}`,
    reference: id,
    kind: 'charge',
    token: invoice.token,
    amount: invoice.balance,
    currency: invoice.currency,
    failure_code: failureOf(attempt),
    created_at: at,
    settles_at: at,
    notice_id: newId(),
    notices_left: 0,
  };
}
