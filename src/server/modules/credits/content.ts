import { decide } from '../../../access/decide.ts';
import type { AppContext } from '../../app-context.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import type { CreditRow } from './records.ts';

/** The invoices that a credit was put to, or taken back from (negative), oldest first, as far as the reader may view them. */
export async function creditContent({ db }: AppContext, subject: SessionSubject, credit: CreditRow) {
  const { id, currency } = credit;
  const rows = await db.q
    .selectFrom('credit_applications as a')
    .innerJoin('invoices as i', 'i.id', 'a.invoice_id')
    .selectAll('i')
    .select(['a.amount as applied', 'a.created_at as at'])
    .where('a.credit_id', '=', id)
    .orderBy('a.id')
    .execute();
  const seen = rows.filter((row) => decide(subject, 'invoices.view', row).allowed);
  return {
    applied: seen.map((row) => ({
      invoice: { id: row.id, number: row.number },
      amount: { amount: row.applied, currency },
      at: row.at.toISOString(),
    })),
  };
}
