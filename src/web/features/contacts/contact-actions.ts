import { lazy } from 'react';
import type { Contact } from '../../../contract/contacts.ts';
import { api } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import type { Question } from '../../records/confirm-action.tsx';
import type { RecordAction } from '../../records/record-actions.tsx';
import { contactTexts } from '../../texts/contacts.ts';

const says = contactTexts.deleting;

function deletion(row: Contact): Question {
  const { id, version, organization } = row;
  const name = fullName(row);
  return {
    title: says.title(name),
    text: says.text(organization.name),
    confirm: says.confirm,
    done: says.done(name),
    run: () => api('POST /contacts/:id/delete', { params: { id }, ifMatch: version }),
    removes: true,
  };
}

/** What can be done to one contact. */
export const contactActions: readonly RecordAction<'contacts'>[] = [
  {
    key: 'edit',
    permission: 'contacts.edit',
    dialog: lazy(() => import('./edit-contact.tsx').then((module) => ({ default: module.EditContact }))),
  },
  {
    key: 'delete',
    permission: 'contacts.delete',
    danger: true,
    asks: deletion,
  },
];
