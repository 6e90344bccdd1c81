import type { Organization } from '../../../contract/organizations.ts';
import { may } from '../../access/may.ts';
import { useAccess } from '../../access/use-access.ts';
import { useSession } from '../../access/use-session.ts';
import { formatMoney } from '../../lib/format.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import type { MenuAction } from '../../ui/menu.tsx';

export type OrganizationAct = 'edit' | 'assign' | 'close';

/** Why closing would be refused now; the server says the same. */
function closingBlockedBy(row: Organization): string | undefined {
  if (row.status === 'closed') return organizationTexts.closing.alreadyClosed;
  if (row.account_balance.amount === 0) return undefined;
  return organizationTexts.closing.openBalance(formatMoney(row.account_balance));
}

/** What the reader may do with one organization, as menu entries or buttons. */
export function useOrganizationActions() {
  const fieldsLimited = Boolean(useAccess().resources.organizations?.edit_fields);
  const ownPartner = useSession().user.partner_id;
  return (row: Organization, act: (what: OrganizationAct) => void): readonly MenuAction[] => {
    const mayEdit = may(row, 'organizations.edit');
    // Closing takes the whole record, and never the partner that one works for.
    const mayClose = mayEdit && !fieldsLimited && row.id !== ownPartner;
    return [
      ...(mayEdit ? [entry('edit', act)] : []),
      ...(may(row, 'organizations.assign') ? [entry('assign', act)] : []),
      ...(mayClose ? [{ ...entry('close', act), danger: true, disabledReason: closingBlockedBy(row) }] : []),
    ];
  };
}

function entry(what: OrganizationAct, act: (what: OrganizationAct) => void): MenuAction {
  return { key: what, label: organizationTexts[what], onSelect: () => act(what) };
}
