import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import type { PermissionOn } from '../../../catalog/catalog.ts';
import type { Subscription } from '../../../contract/subscriptions.ts';
import { may } from '../../access/may.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import type { ActionDialogProps } from '../../records/record-actions.tsx';
import { subscriptionTexts } from '../../texts/subscriptions.ts';
import { Button } from '../../ui/button.tsx';
import { hasEnded } from './blocked-by.ts';

type Dialogs = typeof import('./simple-dialogs.tsx');

function undoing(name: keyof Dialogs) {
  return lazy(() => import('./simple-dialogs.tsx').then((module) => ({ default: module[name] })));
}

const UndoChange = undoing('UndoChangeDialog');
const UndoCancellation = undoing('UndoCancellationDialog');
const UndoRenewal = undoing('UndoRenewalDialog');

/** What will happen to it on a later day, and the way to take that back. */
export function ScheduledNotices({ row }: { row: Subscription }) {
  const { pending_change: change, cancellation, renewal_ordered, term } = row;
  const { pending: changing, cancellation: cancelling, renewal: renewing } = subscriptionTexts;
  if (hasEnded(row)) return null;
  return (
    <>
      {change ? (
        <Notice row={row} says={changing} permission="subscriptions.change" dialog={UndoChange}>
          {changing.text(change.plan.name, formatNumber(change.quantity), formatDate(change.on))}
        </Notice>
      ) : null}
      {renewal_ordered && term ? (
        <Notice row={row} says={renewing} permission="subscriptions.renew" dialog={UndoRenewal}>
          {renewing.text(formatDate(term.end))}
        </Notice>
      ) : null}
      {cancellation ? (
        <Notice row={row} says={cancelling} permission="subscriptions.cancel" dialog={UndoCancellation}>
          {`${cancelling.text(formatDate(cancellation.on))} ${cancelling.reason(cancellation.reason)}`}
        </Notice>
      ) : null}
    </>
  );
}

type NoticeProps = {
  row: Subscription;
  says: { readonly title: string; readonly undo: string };
  permission: PermissionOn<'subscriptions'>;
  dialog: ComponentType<ActionDialogProps<Subscription>>;
  children: ReactNode;
};

function Notice({ row, says: { title, undo }, permission, dialog: UndoDialog, children }: NoticeProps) {
  const [asking, setAsking] = useState(false);
  return (
    <section
      aria-label={title}
      className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-warning-soft px-3 py-2"
    >
      <div className="min-w-0">
        <p className="font-semibold text-warning">{title}</p>
        <p className="wrap-anywhere">{children}</p>
      </div>
      {may(row, permission) ? <Button onClick={() => setAsking(true)}>{undo}</Button> : null}
      {asking ? (
        <Suspense fallback={null}>
          <UndoDialog row={row} onClose={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}
