import { lazy } from 'react';
import type { PaymentMethod } from '../../../contract/payment-methods.ts';
import { api } from '../../lib/api.ts';
import { methodTitle } from '../../payment/method-words.ts';
import type { Question } from '../../records/confirm-action.tsx';
import type { RecordAction } from '../../records/record-actions.tsx';
import { methodTexts } from '../../texts/payment-methods.ts';

const { removing, makingDefault } = methodTexts;

function defaultQuestion(row: PaymentMethod): Question {
  const name = methodTitle(row);
  return {
    title: makingDefault.title(name),
    text: makingDefault.text,
    confirm: makingDefault.confirm,
    done: makingDefault.done(name),
    tone: 'primary',
    run: () =>
      api('POST /payment-methods/:id/set-default', {
        params: { id: row.id },
        body: {},
        ifMatch: row.version,
      }),
  };
}

function removal(row: PaymentMethod): Question {
  const name = methodTitle(row);
  return {
    title: removing.title(name),
    text: removing.text,
    confirm: removing.confirm,
    done: removing.done(name),
    run: () =>
      api('POST /payment-methods/:id/remove', { params: { id: row.id }, body: {}, ifMatch: row.version }),
  };
}

/** What can be done to one payment method. */
export const methodActions: readonly RecordAction<'payment_methods'>[] = [
  {
    key: 'edit',
    permission: 'payment_methods.edit',
    dialog: lazy(() => import('./name-method.tsx').then((module) => ({ default: module.NameMethod }))),
  },
  {
    key: 'set-default',
    permission: 'payment_methods.set_default',
    blockedBy: ({ is_default }) => (is_default ? makingDefault.blocked : undefined),
    asks: defaultQuestion,
  },
  { key: 'remove', permission: 'payment_methods.remove', danger: true, asks: removal },
];
