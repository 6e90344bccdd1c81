import { decide } from '../../../access/decide.ts';
import type { AppContext } from '../../app-context.ts';
import { noSuch, refusalOn, stateRefused } from '../../commerce/refusals.ts';
import type { Row } from '../../db/tables.ts';
import { codeOf } from '../../http/access-gate.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';

export type Invoice = Row<'invoices'>;

interface Payable {
  readonly invoices: readonly Invoice[];
  readonly organizationId: string;
  readonly currency: string;
}

/** Open invoices of one organization that the person may pay: held, in one order. Hidden ones are answered like missing ones. */
export async function payableInvoices(
  { db }: AppContext,
  subject: SessionSubject,
  ids: readonly string[],
): Promise<Payable> {
  const wanted = [...new Set(ids)];
  const invoices = await db.q
    .selectFrom('invoices')
    .selectAll()
    .where('id', 'in', wanted)
    .orderBy('id')
    .forUpdate()
    .execute();
  const [first] = invoices;
  const seen = invoices.every((row) => decide(subject, 'invoices.view', row).allowed);
  if (first === undefined || invoices.length < wanted.length || !seen) throw noSuch('invoice_ids', 'invoice');
  for (const row of invoices) requirePermitted(subject, row);
  if (invoices.some(({ organization_id }) => organization_id !== first.organization_id))
    throw invalid('invoice_ids', 'Invoices of one organization are paid together');
  for (const row of invoices) requireOpen(row);
  return { invoices, organizationId: first.organization_id, currency: first.currency };
}

function requirePermitted(subject: SessionSubject, row: Invoice): void {
  const decision = decide(subject, 'invoices.pay', row);
  if (decision.allowed) return;
  throw new Problem(codeOf(decision.code), { refusal: { ...refusalOn('invoices.pay', row), decision } });
}

function requireOpen(row: Invoice): void {
  const state = { paid: 'was paid already', void: 'was voided' };
  if (row.status !== 'open')
    throw stateRefused('invoices.pay', row, `Invoice ${row.number} ${state[row.status]}.`);
}

/** Money on its way to an invoice arrives first. Ask with the account held. */
export async function requireNoPayment({ db }: AppContext, invoices: readonly Invoice[]): Promise<void> {
  const pending = await db.q
    .selectFrom('payment_targets')
    .select('invoice_id')
    .where(
      'invoice_id',
      'in',
      invoices.map(({ id }) => id),
    )
    .where('pending', '=', true)
    .execute();
  const row = invoices.find(({ id }) => pending.some(({ invoice_id }) => invoice_id === id));
  if (row === undefined) return;
  throw new Problem('payments/in-progress', {
    detail: `A payment of invoice ${row.number} is under way. Look again when it has ended.`,
    refusal: refusalOn('invoices.pay', row),
  });
}
