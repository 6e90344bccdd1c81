import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { apiList, itemsOf } from '../../lib/queries.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { TextLink } from '../../ui/text-link.tsx';
import { organizationColumns } from './organization-columns.tsx';
import { RelatedList } from './related-list.tsx';

const shown = ['name', 'number', 'status', 'country', 'partner_account_executive', 'account_balance'];
const columns = organizationColumns.filter((column) => shown.includes(column.key));

/** The customers of a partner. */
export function PartnerAccountsTab({ id }: { id: string }) {
  const navigate = useNavigate();
  const list = useInfiniteQuery(
    apiList('GET /organizations', { query: { partner_id: id, kind: 'customer', sort: 'name' } }),
  );
  return (
    <RelatedList
      label={organizationTexts.tabs.accounts}
      list={list}
      rows={itemsOf(list.data)}
      columns={columns}
      rowName={(row) => row.name}
      onOpen={(row) => navigate({ to: '/organizations/$id', params: { id: row.id } })}
      empty={{ title: organizationTexts.noAccountsTitle, text: organizationTexts.noAccountsText }}
      actions={
        <TextLink to="/organizations" search={{ partner_id: id, kind: 'customer' }}>
          {organizationTexts.seeAll}
        </TextLink>
      }
    />
  );
}
