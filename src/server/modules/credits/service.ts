import { planCreditVoid } from '../../../billing/void.ts';
import type { AppContext } from '../../app-context.ts';
import { accountFor, lockAccount } from '../../commerce/account.ts';
import { byTheRules, requireWithinLimit } from '../../commerce/refusals.ts';
import { today } from '../../commerce/today.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { addRecord, changeRecord } from '../../records/change-record.ts';
import { moneyChange } from '../../words.ts';
import type { CreditRow } from './records.ts';

/** Gives an organization credit in its own currency, within the limit of the profile. */
export async function issueCredit(
  app: AppContext,
  subject: SessionSubject,
  { organization_id, amount, reason }: { organization_id: string; amount: number; reason: string },
): Promise<CreditRow> {
  const { currency } = await accountFor(app, subject, organization_id, 'credits.issue');
  requireWithinLimit(subject, 'credits.issue', { amount, currency }, null);
  return addRecord({
    app,
    subject,
    permission: 'credits.issue',
    values: {
      organization_id,
      currency,
      amount,
      reason,
      source: 'issued',
      issued_on: await today(app),
      subscription_id: null,
      invoice_id: null,
      payment_id: null,
    },
  });
}

/** Withdraws what remains of a credit. */
export async function voidCredit(
  app: AppContext,
  subject: SessionSubject,
  record: CreditRow,
  reason: string,
): Promise<CreditRow> {
  const { withdrawn } = byTheRules('credits.edit', record, () =>
    planCreditVoid({ status: record.status, remaining: record.remaining, paymentId: record.payment_id }),
  );
  await lockAccount(app.db, record.organization_id);
  return changeRecord({
    app,
    subject,
    record,
    permission: 'credits.edit',
    values: { voided_at: app.clock(), withdrawn: record.withdrawn + withdrawn },
    log: {
      changes: [
        { field: 'status', from: 'open', to: 'void' },
        moneyChange('remaining', { from: record.remaining, to: 0 }, record.currency),
      ],
      detail: { reason },
    },
  });
}
