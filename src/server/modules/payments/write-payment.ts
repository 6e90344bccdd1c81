import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { newId } from '../../db/id.ts';
import { insertRows } from '../../db/write-rows.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { moneyChange } from '../../words.ts';
import { type MethodRow, methodName } from '../payment-methods/records.ts';
import type { Invoice } from './payable.ts';
import type { PaymentRow } from './records.ts';
import { settlePayment } from './settle.ts';

interface NewPayment {
  readonly organizationId: string;
  readonly currency: string;
  /** What it is meant for. */
  readonly invoices: readonly Invoice[];
  readonly method: MethodRow;
  readonly amount: number;
}

/** Writes an attempt down, with the invoices it is meant for; after the commit the gateway is asked. */
export async function writePayment(
  app: AppContext,
  subject: SessionSubject,
  { organizationId, currency, invoices, method, amount }: NewPayment,
): Promise<PaymentRow> {
  const now = app.clock();
  const payment = await app.db.q
    .insertInto('payments')
    .values({
      id: newId(),
      organization_id: organizationId,
      currency,
      payment_method_id: method.id,
      method_name: methodName(method),
      amount,
      status: 'pending',
      failure_code: null,
      gateway: app.gateway.name,
      gateway_reference: null,
      note: null,
      created_by: subject.userId,
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const targets = invoices.map(({ id }) => ({ payment_id: payment.id, invoice_id: id, pending: true }));
  await insertRows(app.db, 'payment_targets', targets);
  await log(app, payment, invoices);
  app.db.afterCommit(async () => {
    await settlePayment(app, payment.id);
  });
  return payment;
}

function log(
  { db }: AppContext,
  { id, number, amount, currency, method_name }: PaymentRow,
  invoices: readonly Invoice[],
): Promise<void> {
  const paid = invoices.map((invoice) => invoice.number).join(', ');
  return audit(db, {
    action: 'invoices.pay',
    itemType: 'payments',
    itemId: id,
    itemLabel: number,
    changes: [
      moneyChange('amount', { from: null, to: amount }, currency),
      { field: 'method', from: null, to: method_name },
      { field: 'invoices', from: null, to: paid },
    ],
  });
}
