import { decide } from '../../../access/decide.ts';
import { refusalOn } from '../../commerce/refusals.ts';
import type { SubscriptionRow } from '../../commerce/state.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';

/** Choosing the date is a further right beside cancelling, not another way to it. */
export function requireCancel(subject: SessionSubject, record: SubscriptionRow): void {
  const decision = decide(subject, 'subscriptions.cancel', record);
  if (decision.allowed) return;
  const refusal = { ...refusalOn('subscriptions.cancel', record), decision };
  throw new Problem(decision.failed === 'scope' ? 'access/outside-scope' : 'access/action-not-granted', {
    refusal,
  });
}
