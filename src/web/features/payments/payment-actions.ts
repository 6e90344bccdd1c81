import { lazy } from 'react';
import type { RecordAction } from '../../records/record-actions.tsx';
import { paymentTexts } from '../../texts/payments.ts';

const { blocked } = paymentTexts.refunding;

/** What can be done to one payment. */
export const paymentActions: readonly RecordAction<'payments'>[] = [
  {
    key: 'edit',
    permission: 'payments.edit',
    dialog: lazy(() => import('./edit-payment.tsx').then((module) => ({ default: module.EditPayment }))),
  },
  {
    key: 'refund',
    permission: 'payments.refund',
    danger: true,
    blockedBy: ({ status }) =>
      status === 'succeeded' || status === 'partially_refunded' ? undefined : blocked[status],
    dialog: lazy(() => import('./refund-payment.tsx').then((module) => ({ default: module.RefundPayment }))),
  },
];
