import { lazy } from 'react';
import type { Organization } from '../../../contract/organizations.ts';
import { api } from '../../lib/api.ts';
import { formatMoney } from '../../lib/format.ts';
import type { Question } from '../../records/confirm-action.tsx';
import type { RecordAction } from '../../records/record-actions.tsx';
import { organizationTexts } from '../../texts/organizations.ts';

const says = organizationTexts.closing;

function closing({ id, version, name }: Organization): Question {
  return {
    title: says.title(name),
    text: says.text,
    confirm: says.confirm,
    done: says.done(name),
    run: () => api('POST /organizations/:id/close', { params: { id }, body: {}, ifMatch: version }),
  };
}

/** Why closing would be refused now; the server says the same. */
function closingBlockedBy(row: Organization): string | undefined {
  if (row.status === 'closed') return says.alreadyClosed;
  if (row.account_balance.amount === 0) return undefined;
  return says.openBalance(formatMoney(row.account_balance));
}

/** What can be done to one organization. */
export const organizationActions: readonly RecordAction<'organizations'>[] = [
  {
    key: 'edit',
    permission: 'organizations.edit',
    dialog: lazy(() =>
      import('./edit-organization.tsx').then((module) => ({ default: module.EditOrganization })),
    ),
  },
  {
    key: 'assign',
    permission: 'organizations.assign',
    dialog: lazy(() =>
      import('./assign-organization.tsx').then((module) => ({ default: module.AssignOrganization })),
    ),
  },
  {
    key: 'close',
    permission: 'organizations.edit',
    label: organizationTexts.close,
    danger: true,
    closedInside: true,
    // Closing takes the whole record, and never the partner that one works for.
    offered: (row, { access, user }) =>
      !access.resources.organizations?.edit_fields && row.id !== user.partner_id,
    blockedBy: closingBlockedBy,
    asks: closing,
  },
];
