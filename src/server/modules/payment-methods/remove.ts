import type { AppContext } from '../../app-context.ts';
import { lockAccount } from '../../commerce/account.ts';
import { refusalOn } from '../../commerce/refusals.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { changeRecord } from '../../records/change-record.ts';
import { type MethodRow, requirePresent } from './records.ts';
import { successorAmong } from './successor.ts';
import { usableMethods } from './usable.ts';

/** Removes a method; where it was the default, the best of the others takes its place, if any of them is good. */
export async function removeMethod(
  app: AppContext,
  subject: SessionSubject,
  record: MethodRow,
): Promise<MethodRow> {
  requirePresent('payment_methods.remove', record);
  await lockAccount(app.db, record.organization_id);
  const all = await usableMethods(app.db, record.organization_id);
  const others = all.filter(({ id }) => id !== record.id);
  if (others.length === 0) await requireUnneeded(app, record);
  const next = record.is_default ? await successorAmong(app, others) : null;
  const removed = await changeRecord({
    app,
    subject,
    record,
    permission: 'payment_methods.remove',
    values: { removed_at: app.clock(), is_default: false },
  });
  if (next)
    await changeRecord({
      app,
      subject,
      record: next,
      permission: 'payment_methods.set_default',
      values: { is_default: true },
    });
  return removed;
}

/** The last one stays while a subscription renews by itself. One that is going to end does not. */
async function requireUnneeded({ db }: AppContext, record: MethodRow): Promise<void> {
  const needs = await db.q
    .selectFrom('subscriptions')
    .select('number')
    .where((row) =>
      row.or([
        row('organization_id', '=', record.organization_id),
        row.and([row('partner_id', '=', record.organization_id), row('bill_to', '=', 'partner')]),
      ]),
    )
    .where('auto_renew', '=', true)
    .where('status', 'in', ['pending', 'trialing', 'active', 'paused'])
    .where('cancellation_on', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (!needs) return;
  throw new Problem('payment-methods/needed', {
    detail: `Subscription ${needs.number} renews by itself. Add another payment method first, or cancel the subscription.`,
    refusal: refusalOn('payment_methods.remove', record),
  });
}
