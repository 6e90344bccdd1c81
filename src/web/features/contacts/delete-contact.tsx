import type { Contact } from '../../../contract/contacts.ts';
import { api } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import { ConfirmAction } from '../../records/confirm-action.tsx';
import type { ActionDialogProps } from '../../records/record-actions.tsx';
import { contactTexts } from '../../texts/contacts.ts';

const says = contactTexts.deleting;

export function DeleteContact(props: ActionDialogProps<Contact>) {
  const { id, version, organization } = props.row;
  const name = fullName(props.row);
  return (
    <ConfirmAction
      {...props}
      resource="contacts"
      title={says.title(name)}
      text={says.text(organization.name)}
      confirm={says.confirm}
      done={says.done(name)}
      removes
      run={() => api('POST /contacts/:id/delete', { params: { id }, ifMatch: version })}
    />
  );
}
