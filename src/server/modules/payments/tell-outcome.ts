import { paymentFailures } from '../../../contract/payment-failures.ts';
import type { AppContext } from '../../app-context.ts';
import { membersOf } from '../../notifications/audience.ts';
import { notify } from '../../notifications/notify.ts';
import type { PaymentRow } from './records.ts';

/** Tells those whom the end of a payment concerns: who belongs to the organization, and of a failure who looks after it. */
export async function tellOutcome(
  app: AppContext,
  payment: PaymentRow,
  mailedTo: string | null,
): Promise<void> {
  const members = await membersOf(app.db, [payment.organization_id]);
  const own = members(payment.organization_id);
  const amount = { amount: payment.amount, currency: payment.currency };
  const about = { resource: 'payments', record: payment, mailedTo } as const;
  if (payment.failure_code === null) {
    await notify(app, { kind: 'payment_received', ...about, people: own, data: { amount } });
    return;
  }
  const executives = [payment.account_executive_id, payment.partner_account_executive_id];
  const data = { amount, reason: paymentFailures[payment.failure_code] };
  await notify(app, { kind: 'payment_failed', ...about, people: [...own, ...executives], data });
}
