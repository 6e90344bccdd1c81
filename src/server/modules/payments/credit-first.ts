import { decide } from '../../../access/decide.ts';
import { hasGrant } from '../../../access/grants.ts';
import type { CreditApplication } from '../../../billing/allocate.ts';
import type { AppContext } from '../../app-context.ts';
import { auditAll } from '../../audit/audit.ts';
import type { Row } from '../../db/tables.ts';
import { insertRows } from '../../db/write-rows.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { moneyChange } from '../../money-words.ts';
import type { Invoice } from './payable.ts';

export type Credit = Row<'credits'>;

/** Credit that the payer may apply; who may not pays without it. */
export async function usableCredits(
  { db }: AppContext,
  subject: SessionSubject,
  organizationId: string,
): Promise<Credit[]> {
  if (!hasGrant(subject.grants, 'credits.apply')) return [];
  const rows = await db.q
    .selectFrom('credits')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('status', '=', 'open')
    .execute();
  return rows.filter((row) => decide(subject, 'credits.apply', row).allowed);
}

/** Books what credit pays, and tells the log of each invoice. */
export async function applyCredits(
  app: AppContext,
  invoices: readonly Invoice[],
  applications: readonly CreditApplication[],
): Promise<void> {
  const created_at = app.clock();
  await insertRows(
    app.db,
    'credit_applications',
    applications.map(({ creditId, invoiceId, amount }) => ({
      credit_id: creditId,
      invoice_id: invoiceId,
      amount,
      created_at,
    })),
  );
  const entries = invoices.flatMap(({ id, number, currency }) => {
    const parts = applications.filter(({ invoiceId }) => invoiceId === id);
    const to = parts.reduce((total, { amount }) => total + amount, 0);
    if (to === 0) return [];
    const changes = [moneyChange('credit_applied', { from: null, to }, currency)];
    return [{ action: 'invoices.pay', itemType: 'invoices', itemId: id, itemLabel: number, changes }];
  });
  await auditAll(app.db, entries);
}
