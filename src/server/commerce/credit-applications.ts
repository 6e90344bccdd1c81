import type { CreditApplication } from '../../billing/allocate.ts';
import type { AppContext } from '../app-context.ts';
import { insertRows } from '../db/write-rows.ts';

/**
 * Puts credits to invoices, or takes them back (negative amounts); the database carries the balances on. `payment`: the
 * one that is charged besides, with which they are freed again when it fails.
 */
export async function writeCreditApplications(
  { db, clock }: Pick<AppContext, 'db' | 'clock'>,
  applications: readonly CreditApplication[],
  payment: { readonly id: string } | null,
): Promise<void> {
  const created_at = clock();
  await insertRows(
    db,
    'credit_applications',
    applications.map(({ creditId, invoiceId, amount }) => ({
      credit_id: creditId,
      invoice_id: invoiceId,
      payment_id: payment?.id ?? null,
      amount,
      created_at,
    })),
  );
}
