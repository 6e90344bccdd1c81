import type { RefundablePayment } from '../../../billing/refund.ts';
import type { Database } from '../../db/database.ts';
import type { PaymentRow } from './records.ts';

/** Everything that became of a payment, oldest first. Read it with the account held. */
export async function refundable(
  db: Database,
  { id, status, amount, refunded }: PaymentRow,
): Promise<RefundablePayment> {
  const credits = await db.q
    .selectFrom('credits')
    .select(['id', 'remaining'])
    .where('payment_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const used = await standing(
    db,
    'credit',
    credits.map((credit) => credit.id),
  );
  return {
    status,
    amount,
    refunded,
    applications: await standing(db, 'payment', [id]),
    credits: credits.map((credit) => ({
      ...credit,
      applications: used.filter(({ source }) => source === credit.id),
    })),
  };
}

interface Standing {
  readonly source: string;
  readonly invoiceId: string;
  readonly amount: number;
}

/** What stands applied, less what was taken back. */
function standing(db: Database, kind: 'payment' | 'credit', ids: readonly string[]): Promise<Standing[]> {
  return db.raw<Standing>(
    `select ${kind}_id as source, invoice_id as "invoiceId", sum(amount)::bigint as amount from ${kind}_applications
where ${kind}_id = any($1::uuid[]) group by ${kind}_id, invoice_id having sum(amount) > 0 order by min(id)`,
    [ids],
  );
}
