import type { Organization } from '../../../contract/organizations.ts';
import { RelatedList } from '../../records/related-list.tsx';
import { organizationTexts } from '../../texts/organizations.ts';
import { organizationList } from './organization-list.tsx';

const shown = ['name', 'number', 'status', 'country', 'partner_account_executive', 'account_balance'];
const columns = organizationList.columns.filter((column) => shown.includes(column.key));

/** The customers of a partner. */
export function PartnerAccountsTab({ row }: { row: Organization }) {
  return (
    <RelatedList
      resource="organizations"
      label={organizationTexts.tabs.accounts}
      filters={{ partner_id: row.id, kind: 'customer' }}
      sort="name"
      columns={columns}
      empty={{ title: organizationTexts.noAccountsTitle, text: organizationTexts.noAccountsText }}
    />
  );
}
