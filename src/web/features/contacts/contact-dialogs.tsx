import type { Contact } from '../../../contract/contacts.ts';
import type { ContactAct } from './contact-actions.ts';
import { DeleteContact } from './delete-contact.tsx';
import { EditContact } from './edit-contact.tsx';

export type ContactDialogsProps = {
  act: { what: ContactAct; row: Contact } | null;
  onClose: () => void;
  onDeleted?: () => unknown;
};

export function ContactDialogs({ act, onClose, onDeleted }: ContactDialogsProps) {
  switch (act?.what) {
    case undefined:
      return null;
    case 'edit':
      return <EditContact row={act.row} onClose={onClose} />;
    case 'delete':
      return <DeleteContact row={act.row} onClose={onClose} {...(onDeleted ? { onDeleted } : {})} />;
  }
}
