import type { Organization } from '../../../contract/organizations.ts';
import { api } from '../../lib/api.ts';
import { ConfirmAction } from '../../records/confirm-action.tsx';
import type { ActionDialogProps } from '../../records/record-actions.tsx';
import { organizationTexts } from '../../texts/organizations.ts';

const says = organizationTexts.closing;

export function CloseOrganization(props: ActionDialogProps<Organization>) {
  const { id, version, name } = props.row;
  return (
    <ConfirmAction
      {...props}
      resource="organizations"
      title={says.title(name)}
      text={says.text}
      confirm={says.confirm}
      done={says.done(name)}
      run={() => api('POST /organizations/:id/close', { params: { id }, body: {}, ifMatch: version })}
    />
  );
}
