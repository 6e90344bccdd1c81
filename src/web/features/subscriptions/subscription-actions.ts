import { type ComponentType, lazy } from 'react';
import type { Subscription } from '../../../contract/subscriptions.ts';
import type { ActionDialogProps, RecordAction } from '../../records/record-actions.tsx';
import { subscriptionTexts } from '../../texts/subscriptions.ts';
import {
  autoRenewBlockedBy,
  cancellationBlockedBy,
  changeBlockedBy,
  hasEnded,
  pauseBlockedBy,
  renewalBlockedBy,
} from './blocked-by.ts';

type Dialogs = typeof import('./simple-dialogs.tsx');

/** One of the dialogs that ask nothing but a yes. */
function simple(name: keyof Dialogs): ComponentType<ActionDialogProps<Subscription>> {
  return lazy(() => import('./simple-dialogs.tsx').then((module) => ({ default: module[name] })));
}

function switchable(row: Subscription): boolean {
  return row.term !== null && !hasEnded(row);
}

/** What can be done to one subscription, besides taking back what is shown on its page. */
export const pageActions: readonly RecordAction<'subscriptions'>[] = [
  {
    key: 'edit',
    permission: 'subscriptions.change',
    blockedBy: changeBlockedBy,
    dialog: lazy(() => import('./change-dialog.tsx').then((module) => ({ default: module.ChangeDialog }))),
  },
  {
    key: 'renew',
    permission: 'subscriptions.renew',
    blockedBy: renewalBlockedBy,
    dialog: simple('RenewDialog'),
  },
  {
    key: 'auto_renew_on',
    permission: 'subscriptions.edit',
    label: subscriptionTexts.autoRenew.turnOn,
    offered: (row) => switchable(row) && !row.auto_renew,
    blockedBy: autoRenewBlockedBy,
    dialog: simple('AutoRenewDialog'),
  },
  {
    key: 'auto_renew_off',
    permission: 'subscriptions.edit',
    label: subscriptionTexts.autoRenew.turnOff,
    offered: (row) => switchable(row) && row.auto_renew,
    dialog: simple('AutoRenewDialog'),
  },
  {
    key: 'pause',
    permission: 'subscriptions.pause',
    label: subscriptionTexts.pause.confirm,
    offered: (row) => row.status !== 'paused',
    blockedBy: pauseBlockedBy,
    dialog: simple('PauseDialog'),
  },
  {
    key: 'resume',
    permission: 'subscriptions.resume',
    label: subscriptionTexts.resume.confirm,
    offered: (row) => row.status === 'paused',
    dialog: simple('ResumeDialog'),
  },
  {
    key: 'cancel',
    permission: 'subscriptions.cancel',
    label: subscriptionTexts.cancel.confirm,
    danger: true,
    blockedBy: cancellationBlockedBy,
    dialog: lazy(() => import('./cancel-dialog.tsx').then((module) => ({ default: module.CancelDialog }))),
  },
  {
    key: 'cancel_on',
    permission: 'subscriptions.choose_date',
    label: subscriptionTexts.cancel.onDate,
    danger: true,
    // Choosing the day is a further right beside cancelling.
    offered: (row) => row.can['subscriptions.cancel'] ?? false,
    blockedBy: cancellationBlockedBy,
    dialog: lazy(() =>
      import('./cancel-on-dialog.tsx').then((module) => ({ default: module.CancelOnDialog })),
    ),
  },
];

/** In the menu of a row also what its page offers beside the facts. */
export const listActions: readonly RecordAction<'subscriptions'>[] = [
  ...pageActions,
  {
    key: 'undo_change',
    permission: 'subscriptions.change',
    label: subscriptionTexts.pending.undo,
    offered: (row) => row.pending_change !== null,
    dialog: simple('UndoChangeDialog'),
  },
  {
    key: 'undo_renewal',
    permission: 'subscriptions.renew',
    label: subscriptionTexts.renewal.undo,
    offered: (row) => row.renewal_ordered && !hasEnded(row),
    dialog: simple('UndoRenewalDialog'),
  },
  {
    key: 'undo_cancellation',
    permission: 'subscriptions.cancel',
    label: subscriptionTexts.cancellation.undo,
    offered: (row) => row.cancellation !== null && !hasEnded(row),
    dialog: simple('UndoCancellationDialog'),
  },
];
