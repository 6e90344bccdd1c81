import { lazy } from 'react';
import type { Order } from '../../../contract/orders.ts';
import { grants } from '../../access/grants.ts';
import { api } from '../../lib/api.ts';
import type { Question } from '../../records/confirm-action.tsx';
import type { RecordAction } from '../../records/record-actions.tsx';
import { reload } from '../../records/record-queries.ts';
import { orderTexts } from '../../texts/orders.ts';

const { placing, cancelling } = orderTexts;

function consequence({ status, kind }: Order): string {
  if (status === 'draft') return cancelling.draft;
  return kind === 'new' ? cancelling.start : cancelling.placed;
}

function cancellation(row: Order): Question {
  const { id, version, number } = row;
  return {
    title: cancelling.title(number),
    text: consequence(row),
    confirm: cancelling.confirm,
    done: cancelling.done(number),
    run: async () => {
      await api('POST /orders/:id/cancel', { params: { id }, body: {}, ifMatch: version });
      // The change that waited on its subscription is gone with it.
      await reload('subscriptions');
    },
  };
}

function cancellingBlockedBy({ status }: Order): string | undefined {
  return status === 'fulfilled' || status === 'cancelled' ? cancelling.blocked[status] : undefined;
}

/** What can be done to one order. */
export const orderActions: readonly RecordAction<'orders'>[] = [
  {
    key: 'place',
    permission: 'orders.edit',
    label: placing.label,
    // Only new subscriptions are drafted; placing starts one, which takes that permission too.
    offered: ({ kind }, { access }) => kind === 'new' && grants(access, 'subscriptions.create'),
    blockedBy: ({ status }) => (status === 'draft' ? undefined : placing.blocked),
    dialog: lazy(() => import('./place-order.tsx').then((module) => ({ default: module.PlaceOrder }))),
  },
  {
    key: 'cancel',
    permission: 'orders.cancel',
    danger: true,
    blockedBy: cancellingBlockedBy,
    asks: cancellation,
  },
];
