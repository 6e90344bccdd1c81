import { planRefund } from '../../../billing/refund.ts';
import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { lockAccount } from '../../commerce/account.ts';
import { byTheRules, refusalOn, requireWithinLimit } from '../../commerce/refusals.ts';
import { newId } from '../../db/id.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { moneyChange } from '../../words.ts';
import type { PaymentRow } from './records.ts';
import { refundable } from './refundable.ts';
import { settleRefund } from './settle-refund.ts';

interface Wish {
  readonly amount: number;
  readonly reason: string;
}

/** Writes a refund down; the gateway is asked once that stands. One at a time for each payment. */
export async function refundPayment(
  app: AppContext,
  subject: SessionSubject,
  record: PaymentRow,
  { amount, reason }: Wish,
): Promise<PaymentRow> {
  requireWithinLimit(subject, 'payments.refund', { amount, currency: record.currency }, record);
  await lockAccount(app.db, record.organization_id);
  await requireNoRefund(app, record);
  const books = await refundable(app.db, record);
  byTheRules('payments.refund', record, () => planRefund(books, amount));
  const id = await writeRefund(app, subject, record, { amount, reason });
  app.db.afterCommit(async () => {
    await settleRefund(app, id);
  });
  return record;
}

async function requireNoRefund({ db }: AppContext, record: PaymentRow): Promise<void> {
  const pending = await db.q
    .selectFrom('refunds')
    .select('id')
    .where('payment_id', '=', record.id)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  if (!pending) return;
  throw new Problem('payments/in-progress', {
    detail: 'A refund of this payment is under way. Look again when it has ended.',
    refusal: refusalOn('payments.refund', record),
  });
}

async function writeRefund(
  app: AppContext,
  subject: SessionSubject,
  record: PaymentRow,
  { amount, reason }: Wish,
): Promise<string> {
  const id = newId();
  await app.db.q
    .insertInto('refunds')
    .values({
      id,
      payment_id: record.id,
      amount,
      reason,
      status: 'pending',
      failure_code: null,
      gateway_reference: null,
      created_by: subject.userId,
      created_at: app.clock(),
    })
    .execute();
  await audit(app.db, {
    action: 'payments.refund',
    itemType: 'payments',
    itemId: record.id,
    itemLabel: record.number,
    changes: [moneyChange('refund', { from: null, to: amount }, record.currency)],
    detail: { reason },
  });
  return id;
}
