import { lazy } from 'react';
import type { RecordAction } from '../../records/record-actions.tsx';

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
    dialog: lazy(() => import('./delete-contact.tsx').then((module) => ({ default: module.DeleteContact }))),
  },
];
