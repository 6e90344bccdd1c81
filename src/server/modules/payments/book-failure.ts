import type { CreditApplication } from '../../../billing/allocate.ts';
import { paymentFailures } from '../../../contract/payment-failures.ts';
import type { AppContext } from '../../app-context.ts';
import { writeCreditApplications } from '../../commerce/credit-applications.ts';
import { named, tellInvoices } from '../../commerce/tell-invoices.ts';
import type { PaymentRow } from './records.ts';
import type { Target } from './targets.ts';

type Failure = NonNullable<PaymentRow['failure_code']>;

/**
 * What stands of the credit that went before a payment. A refund may have taken some of it back since; a credit that was
 * voided since stays where it was put.
 */
const standingText = `select a.credit_id as "creditId", a.invoice_id as "invoiceId",
  least(sum(a.amount), sum(a.amount) filter (where a.payment_id = $1))::bigint as amount
from credit_applications a join credits c on c.id = a.credit_id
where c.voided_at is null and (a.credit_id, a.invoice_id) in
  (select credit_id, invoice_id from credit_applications where payment_id = $1)
group by a.credit_id, a.invoice_id
having least(sum(a.amount), sum(a.amount) filter (where a.payment_id = $1)) > 0
order by min(a.id)`;

/** Nothing was charged, so nothing was paid: the credit that went first is free again. With the account held. */
export async function bookFailure(
  app: AppContext,
  payment: PaymentRow,
  targets: readonly Target[],
  failure: Failure,
): Promise<void> {
  const released = await app.db.raw<CreditApplication>(standingText, [payment.id]);
  const parts = released.map(({ amount, ...part }) => ({ ...part, amount: -amount }));
  await writeCreditApplications(app, parts, payment);
  const meant = targets.map(({ id }) => ({ invoiceId: id, amount: 0 }));
  await tellInvoices(app, targets, {
    action: 'invoices.payment_failed',
    by: [named('payment', payment.number), named('reason', paymentFailures[failure])],
    parts: [...meant, ...parts],
  });
}
