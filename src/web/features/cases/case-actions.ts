import { lazy } from 'react';
import type { Case } from '../../../contract/cases.ts';
import { api } from '../../lib/api.ts';
import type { Question } from '../../records/confirm-action.tsx';
import type { RecordAction } from '../../records/record-actions.tsx';
import { caseTexts } from '../../texts/cases.ts';

const { closing, reopening } = caseTexts;

function closingQuestion({ id, number, version }: Case): Question {
  return {
    title: closing.title(number),
    text: closing.text,
    confirm: closing.confirm,
    done: closing.done(number),
    tone: 'primary',
    run: () => api('POST /cases/:id/close', { params: { id }, body: {}, ifMatch: version }),
  };
}

function reopeningQuestion({ id, number, version }: Case): Question {
  return {
    title: reopening.title(number),
    text: reopening.text,
    confirm: reopening.confirm,
    done: reopening.done(number),
    tone: 'primary',
    run: () => api('POST /cases/:id/reopen', { params: { id }, body: {}, ifMatch: version }),
  };
}

/** What can be done to one case, besides writing in it. */
export const caseActions: readonly RecordAction<'cases'>[] = [
  {
    key: 'edit',
    permission: 'cases.edit',
    dialog: lazy(() => import('./edit-case.tsx').then((module) => ({ default: module.EditCase }))),
  },
  {
    key: 'assign',
    permission: 'cases.assign',
    closedInside: true,
    dialog: lazy(() => import('./assign-case.tsx').then((module) => ({ default: module.AssignCase }))),
  },
  {
    key: 'close',
    permission: 'cases.close',
    blockedBy: ({ status }) => (status === 'closed' ? closing.alreadyClosed : undefined),
    asks: closingQuestion,
  },
  {
    key: 'reopen',
    permission: 'cases.reply',
    label: reopening.label,
    offered: ({ settled_at }) => settled_at !== null,
    blockedBy: ({ takes_replies }) => (takes_replies ? undefined : reopening.tooLate),
    asks: reopeningQuestion,
  },
];
