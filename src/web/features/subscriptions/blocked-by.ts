import type { Subscription } from '../../../contract/subscriptions.ts';
import { subscriptionTexts } from '../../texts/subscriptions.ts';

const says = subscriptionTexts.blocked;

export function hasEnded({ status }: Subscription): boolean {
  return status === 'cancelled' || status === 'expired';
}

/** Why nothing can be booked now; the server says the same. */
function notRunning(row: Subscription): string | undefined {
  if (hasEnded(row)) return says.ended;
  return row.status === 'paused' ? says.paused : undefined;
}

export function changeBlockedBy(row: Subscription): string | undefined {
  return (
    notRunning(row) ??
    (row.status === 'pending' ? says.pending : undefined) ??
    (row.cancellation ? says.cancelling : undefined)
  );
}

export function renewalBlockedBy(row: Subscription): string | undefined {
  const blocked = changeBlockedBy(row);
  if (blocked) return blocked;
  if (row.term === null) return says.noTerm;
  if (row.auto_renew) return says.renews;
  return row.renewal_ordered ? says.renewed : undefined;
}

export function autoRenewBlockedBy(row: Subscription): string | undefined {
  return row.cancellation ? says.cancelling : undefined;
}

export function pauseBlockedBy(row: Subscription): string | undefined {
  return changeBlockedBy(row) ?? (row.status === 'trialing' ? says.trialing : undefined);
}

/** What has not begun can be cancelled, and a cancellation moved to another day. */
export function cancellationBlockedBy(row: Subscription): string | undefined {
  return notRunning(row);
}
