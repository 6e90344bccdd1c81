import type { Contact } from '../../../contract/contacts.ts';
import { may } from '../../access/may.ts';
import { contactTexts } from '../../texts/contacts.ts';
import type { MenuAction } from '../../ui/menu.tsx';

export type ContactAct = 'edit' | 'delete';

/** What the reader may do with one contact. */
export function contactActions(row: Contact, act: (what: ContactAct) => void): readonly MenuAction[] {
  const edit: MenuAction = { key: 'edit', label: contactTexts.edit, onSelect: () => act('edit') };
  const remove: MenuAction = {
    key: 'delete',
    label: contactTexts.delete,
    danger: true,
    onSelect: () => act('delete'),
  };
  return [...(may(row, 'contacts.edit') ? [edit] : []), ...(may(row, 'contacts.delete') ? [remove] : [])];
}
