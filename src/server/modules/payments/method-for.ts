import { decide } from '../../../access/decide.ts';
import type { AppContext } from '../../app-context.ts';
import { noSuch } from '../../commerce/refusals.ts';
import { today } from '../../commerce/today.ts';
import { invalid } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { hasExpired, type MethodRow } from '../payment-methods/records.ts';

interface Wish {
  readonly organizationId: string;
  readonly payment_method_id: string | null;
  /** What to charge, where the payer said so. */
  readonly amount: number | null;
  /** Credit pays a part already. */
  readonly covered: boolean;
}

/** The method to charge the rest to. Null: the payer named none and leaves it at what credit covers. */
export async function methodFor(
  app: AppContext,
  subject: SessionSubject,
  { organizationId, payment_method_id: id, amount, covered }: Wish,
): Promise<MethodRow | null> {
  const field = 'payment_method_id';
  if (id === null) {
    if (covered && amount === null) return null;
    throw invalid(field, 'Choose a payment method', 'required');
  }
  const row = await app.db.q
    .selectFrom('payment_methods')
    .selectAll()
    .where('id', '=', id)
    .where('organization_id', '=', organizationId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!row || !decide(subject, 'payment_methods.view', row).allowed) throw noSuch(field, 'payment method');
  if (hasExpired(row, await today(app))) throw invalid(field, 'The card has expired', 'expired');
  return row;
}
