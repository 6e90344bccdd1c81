import { lazy, Suspense } from 'react';
import type { Organization } from '../../../contract/organizations.ts';
import type { OrganizationAct } from './use-organization-actions.ts';

const AssignOrganization = lazy(() =>
  import('./assign-organization.tsx').then((module) => ({ default: module.AssignOrganization })),
);
const CloseOrganization = lazy(() =>
  import('./close-organization.tsx').then((module) => ({ default: module.CloseOrganization })),
);
const EditOrganization = lazy(() =>
  import('./edit-organization.tsx').then((module) => ({ default: module.EditOrganization })),
);

export type OrganizationDialogsProps = {
  act: { what: OrganizationAct; row: Organization } | null;
  onClose: () => void;
};

/** The dialog of the action that was chosen, in the list or on the page of one organization; fetched with the first choice. */
export function OrganizationDialogs({ act, onClose }: OrganizationDialogsProps) {
  if (!act) return null;
  const Chosen = { edit: EditOrganization, assign: AssignOrganization, close: CloseOrganization }[act.what];
  return (
    <Suspense fallback={null}>
      <Chosen row={act.row} onClose={onClose} />
    </Suspense>
  );
}
