import { lazy } from 'react';
import type { Credit } from '../../../contract/credits.ts';
import { grants } from '../../access/grants.ts';
import type { RecordAction } from '../../records/record-actions.tsx';
import { creditTexts } from '../../texts/credits.ts';

const { applying, voiding } = creditTexts;

const paid: readonly Credit['source'][] = ['overpayment', 'voided_invoice'];

function voidingBlockedBy({ status, source }: Credit): string | undefined {
  if (status !== 'open') return voiding.blocked[status];
  return paid.includes(source) ? voiding.paid : undefined;
}

/** What can be done to one credit. */
export const creditActions: readonly RecordAction<'credits'>[] = [
  {
    key: 'apply',
    permission: 'credits.apply',
    // The invoice is chosen from those that the reader may view.
    offered: (_, { access }) => grants(access, 'invoices.view'),
    blockedBy: ({ status }) => (status === 'open' ? undefined : applying.blocked[status]),
    dialog: lazy(() => import('./apply-credit.tsx').then((module) => ({ default: module.ApplyCredit }))),
  },
  {
    key: 'void',
    permission: 'credits.edit',
    label: voiding.label,
    danger: true,
    blockedBy: voidingBlockedBy,
    dialog: lazy(() => import('./void-credit.tsx').then((module) => ({ default: module.VoidCredit }))),
  },
];
