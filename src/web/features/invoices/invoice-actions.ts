import { lazy } from 'react';
import type { Invoice } from '../../../contract/invoices.ts';
import { api } from '../../lib/api.ts';
import type { Question } from '../../records/confirm-action.tsx';
import type { RecordAction } from '../../records/record-actions.tsx';
import { invoiceTexts } from '../../texts/invoices.ts';

const { paying, sending, voiding, reminding } = invoiceTexts;

function remindersQuestion({ id, number, version, reminders }: Invoice): Question {
  return {
    title: reminders ? reminding.titleOff(number) : reminding.titleOn(number),
    text: reminders ? reminding.textOff : reminding.textOn,
    confirm: reminders ? reminding.off : reminding.on,
    done: reminding.done,
    tone: 'primary',
    run: () =>
      api('PATCH /invoices/:id', { params: { id }, body: { reminders: !reminders }, ifMatch: version }),
  };
}

/** What can be done to one invoice; the way to pay it comes last, where the main button stands. */
export const invoiceActions: readonly RecordAction<'invoices'>[] = [
  {
    key: 'pay',
    permission: 'invoices.pay',
    blockedBy: ({ status }) => (status === 'open' ? undefined : paying.blocked[status]),
    dialog: lazy(() =>
      import('../../payment/pay-dialog.tsx').then((module) => ({ default: module.PayDialog })),
    ),
  },
  {
    key: 'send',
    permission: 'invoices.send',
    blockedBy: ({ status }) => (status === 'void' ? sending.blocked : undefined),
    dialog: lazy(() => import('./send-invoice.tsx').then((module) => ({ default: module.SendInvoice }))),
  },
  {
    key: 'reminders-off',
    permission: 'invoices.edit',
    label: reminding.off,
    offered: ({ status, reminders }) => status === 'open' && reminders,
    asks: remindersQuestion,
  },
  {
    key: 'reminders-on',
    permission: 'invoices.edit',
    label: reminding.on,
    offered: ({ status, reminders }) => status === 'open' && !reminders,
    asks: remindersQuestion,
  },
  {
    key: 'void',
    permission: 'invoices.void',
    danger: true,
    blockedBy: ({ status }) => (status === 'open' ? undefined : voiding.blocked[status]),
    dialog: lazy(() => import('./void-invoice.tsx').then((module) => ({ default: module.VoidInvoice }))),
  },
];
