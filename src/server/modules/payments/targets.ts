import type { AppContext } from '../../app-context.ts';
import type { Invoice } from './payable.ts';

/** An invoice that a payment is meant for, or one that credit alone paid in its place. */
export type Target = Invoice & { readonly meant: boolean };

/** Both kinds, held, as they are now. */
export function lockTargets({ db }: AppContext, paymentId: string): Promise<Target[]> {
  return db.raw<Target>(
    `select i.*, exists (select from payment_targets t where t.payment_id = $1 and t.invoice_id = i.id) as meant
from invoices i where i.id in (select invoice_id from payment_targets where payment_id = $1
  union select invoice_id from credit_applications where payment_id = $1)
order by i.id for update`,
    [paymentId],
  );
}
