import type { Organization } from '../../../contract/organizations.ts';
import { AssignOrganization } from './assign-organization.tsx';
import { CloseOrganization } from './close-organization.tsx';
import { EditOrganization } from './edit-organization.tsx';
import type { OrganizationAct } from './organization-actions.ts';

export type OrganizationDialogsProps = {
  act: { what: OrganizationAct; row: Organization } | null;
  onClose: () => void;
};

/** The dialog of the action that was chosen, in the list or on the page of one organization. */
export function OrganizationDialogs({ act, onClose }: OrganizationDialogsProps) {
  switch (act?.what) {
    case undefined:
      return null;
    case 'edit':
      return <EditOrganization row={act.row} onClose={onClose} />;
    case 'assign':
      return <AssignOrganization row={act.row} onClose={onClose} />;
    case 'close':
      return <CloseOrganization row={act.row} onClose={onClose} />;
  }
}
