import { type CreditApplication, planSettlement } from '../../billing/allocate.ts';
import type { AppContext } from '../app-context.ts';
import type { Row } from '../db/tables.ts';
import { applyCredits } from '../modules/payments/credit-first.ts';

/** An open invoice, and the card that it is paid with. */
export type Due = Row<'invoices'> & { method_id: string; brand: string; last_four: string; token: string };

/** A charge that somebody tries. */
export interface Attempt {
  readonly invoice: Due;
  readonly id: string;
  readonly fails: boolean;
}

/** What credit leaves to be charged. An attempt that fails keeps no credit, so it takes none. */
export async function withCreditFirst(app: AppContext, attempts: readonly Attempt[]): Promise<Attempt[]> {
  const open = await app.db.q.selectFrom('credits').selectAll().where('status', '=', 'open').execute();
  const left: Attempt[] = [];
  let credits = open.map((row) => ({ ...row, issuedOn: row.issued_on }));
  for (const attempt of attempts) {
    const { invoice } = attempt;
    const own = credits.filter(({ organization_id }) => organization_id === invoice.organization_id);
    if (attempt.fails || own.length === 0) {
      left.push(attempt);
      continue;
    }
    const { creditApplications: applications } = planSettlement({
      currency: invoice.currency,
      amount: 0,
      invoices: [{ ...invoice, dueOn: invoice.due_on }],
      credits: own,
    });
    await applyCredits(app, { invoices: [invoice], credits: own, applications, payment: null });
    credits = credits
      .map((credit) => ({ ...credit, remaining: credit.remaining - sumFrom(applications, credit.id) }))
      .filter(({ remaining }) => remaining > 0);
    const balance = invoice.balance - applications.reduce((sum, { amount }) => sum + amount, 0);
    if (balance > 0) left.push({ ...attempt, invoice: { ...invoice, balance } });
  }
  return left;
}

function sumFrom(applications: readonly CreditApplication[], creditId: string): number {
  return applications.reduce((sum, part) => (part.creditId === creditId ? sum + part.amount : sum), 0);
}
