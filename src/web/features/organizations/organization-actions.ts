import type { Organization } from '../../../contract/organizations.ts';
import { may } from '../../access/may.ts';
import { formatMoney } from '../../lib/format.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import type { MenuAction } from '../../ui/menu.tsx';

export type OrganizationAct = 'edit' | 'assign' | 'close';

/** Why closing would be refused now; the server says the same. */
export function closingBlockedBy(row: Organization): string | undefined {
  if (row.status === 'closed') return organizationTexts.closing.alreadyClosed;
  if (row.account_balance.amount === 0) return undefined;
  return organizationTexts.closing.openBalance(formatMoney(row.account_balance));
}

/** What the reader may do with one organization. */
export function organizationActions(
  row: Organization,
  act: (what: OrganizationAct) => void,
  fieldsLimited: boolean,
): readonly MenuAction[] {
  const edit: MenuAction = { key: 'edit', label: organizationTexts.edit, onSelect: () => act('edit') };
  const assign: MenuAction = {
    key: 'assign',
    label: organizationTexts.assign,
    onSelect: () => act('assign'),
  };
  const close: MenuAction = {
    key: 'close',
    label: organizationTexts.close,
    danger: true,
    disabledReason: closingBlockedBy(row),
    onSelect: () => act('close'),
  };
  const mayEdit = may(row, 'organizations.edit');
  return [
    ...(mayEdit ? [edit] : []),
    ...(may(row, 'organizations.assign') ? [assign] : []),
    ...(mayEdit && !fieldsLimited ? [close] : []),
  ];
}
