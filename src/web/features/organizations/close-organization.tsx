import type { Organization } from '../../../contract/organizations.ts';
import { api } from '../../lib/api.ts';
import { ConfirmAction } from '../../records/confirm-action.tsx';
import type { ActionDialogProps } from '../../records/record-actions.tsx';
import { organizationTexts } from '../../texts/organizations.ts';

const says = organizationTexts.closing;

export function CloseOrganization(props: ActionDialogProps<Organization>) {
  const { id, version } = props.row;
  return (
    <ConfirmAction
      {...props}
      resource="organizations"
      says={says}
      text={says.text}
      run={() => api('POST /organizations/:id/close', { params: { id }, body: {}, ifMatch: version })}
    />
  );
}
