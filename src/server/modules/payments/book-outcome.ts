import { type PaymentApplication, planPayment } from '../../../billing/allocate.ts';
import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { lockAccount } from '../../commerce/account.ts';
import { named, tellInvoices } from '../../commerce/tell-invoices.ts';
import { today } from '../../commerce/today.ts';
import { newId } from '../../db/id.ts';
import { insertRows } from '../../db/write-rows.ts';
import { bookFailure } from './book-failure.ts';
import { failureIn, type Outcome } from './outcome.ts';
import { mailOutcome } from './outcome-mail.ts';
import type { PaymentRow } from './records.ts';
import { lockTargets, type Target } from './targets.ts';
import { tellOutcome } from './tell-outcome.ts';

/** Books how a charge ended: once, whoever brings the news, and however often. */
export async function bookOutcome(app: AppContext, paymentId: string, outcome: Outcome): Promise<void> {
  await app.db.transaction(async () => {
    const targets = await lockTargets(app, paymentId);
    const payment = await lockPayment(app, paymentId);
    if (!payment || !isOpenTo(payment, outcome)) return;
    await lockAccount(app.db, payment.organization_id);
    if (outcome.outcome === 'succeeded') await bookSuccess(app, payment, targets);
    else await bookFailure(app, payment, targets, outcome.failure_code);
    const ended = await close(app, payment, outcome);
    const mailedTo = await mailOutcome(app, ended);
    await tellOutcome(app, ended, mailedTo);
  });
}

function lockPayment({ db }: AppContext, id: string): Promise<PaymentRow | undefined> {
  return db.q.selectFrom('payments').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** What the gateway said is final. That it could not be reached we said ourselves: money that came after all is booked. */
function isOpenTo({ status, failure_code }: PaymentRow, { outcome }: Outcome): boolean {
  return status === 'pending' || (failure_code === 'gateway_unavailable' && outcome === 'succeeded');
}

/** What is paid beyond what the invoices still ask for becomes credit. */
async function bookSuccess(app: AppContext, payment: PaymentRow, targets: readonly Target[]): Promise<void> {
  const { currency, amount, organization_id } = payment;
  const { paymentApplications, overpayment } = planPayment({
    currency,
    amount,
    invoices: targets
      .filter(({ meant, status }) => meant && status === 'open')
      .map((row) => ({ ...row, dueOn: row.due_on })),
  });
  await applyPayment(app, payment, paymentApplications);
  const by = [named('payment', payment.number)];
  await tellInvoices(app, targets, { action: 'invoices.payment_received', by, parts: paymentApplications });
  if (overpayment > 0) await creditRest(app, payment, overpayment);
  await app.db.q
    .updateTable('organizations')
    .set({ last_payment_amount: amount, last_payment_at: app.clock() })
    .where('id', '=', organization_id)
    .execute();
}

async function applyPayment(
  app: AppContext,
  { id }: PaymentRow,
  parts: readonly PaymentApplication[],
): Promise<void> {
  const created_at = app.clock();
  await insertRows(
    app.db,
    'payment_applications',
    parts.map(({ invoiceId, amount }) => ({ payment_id: id, invoice_id: invoiceId, amount, created_at })),
  );
}

async function creditRest(
  app: AppContext,
  { id, organization_id, currency, number, created_by }: PaymentRow,
  amount: number,
): Promise<void> {
  const now = app.clock();
  await app.db.q
    .insertInto('credits')
    .values({
      id: newId(),
      organization_id,
      currency,
      amount,
      source: 'overpayment',
      reason: `Paid beyond what was owed, with ${number}`,
      issued_on: await today(app),
      subscription_id: null,
      invoice_id: null,
      payment_id: id,
      created_by,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

async function close({ db, clock }: AppContext, payment: PaymentRow, outcome: Outcome): Promise<PaymentRow> {
  const failure_code = failureIn(outcome);
  const ended = await db.q
    .updateTable('payments')
    .set((row) => ({
      status: outcome.outcome,
      failure_code,
      gateway_reference: outcome.gateway_reference ?? payment.gateway_reference,
      settled_at: clock(),
      updated_at: clock(),
      version: row('version', '+', 1),
    }))
    .where('id', '=', payment.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const targets = db.q.updateTable('payment_targets').set({ pending: false });
  await targets.where('payment_id', '=', payment.id).execute();
  await audit(db, {
    action: 'payments.settle',
    itemType: 'payments',
    itemId: payment.id,
    itemLabel: payment.number,
    changes: [
      { field: 'status', from: payment.status, to: outcome.outcome },
      ...(failure_code ? [{ field: 'failure_code', from: null, to: failure_code }] : []),
    ],
  });
  return ended;
}
