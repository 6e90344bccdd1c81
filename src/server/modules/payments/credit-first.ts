import { decide } from '../../../access/decide.ts';
import { hasGrant } from '../../../access/grants.ts';
import type { CreditApplication } from '../../../billing/allocate.ts';
import type { AppContext } from '../../app-context.ts';
import { writeCreditApplications } from '../../commerce/credit-applications.ts';
import { named, tellInvoices } from '../../commerce/tell-invoices.ts';
import type { Row } from '../../db/tables.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
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

interface Covered {
  readonly invoices: readonly Invoice[];
  readonly credits: readonly Credit[];
  readonly applications: readonly CreditApplication[];
  /** What is charged besides; null where credit is enough. */
  readonly payment: { readonly id: string } | null;
}

/** Books what credit pays, and tells the log of each invoice. */
export async function applyCredits(
  app: AppContext,
  { invoices, credits, applications, payment }: Covered,
): Promise<void> {
  await writeCreditApplications(app, applications, payment);
  const used = credits.filter(({ id }) => applications.some(({ creditId }) => creditId === id));
  await tellInvoices(app, invoices, {
    action: 'invoices.credit_applied',
    by: [named('credit', used.map(({ number }) => number).join(', '))],
    parts: applications,
  });
}
