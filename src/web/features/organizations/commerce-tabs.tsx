import type { Permission } from '../../../catalog/catalog.ts';
import type { Organization } from '../../../contract/organizations.ts';
import { IfCan } from '../../access/use-can.tsx';
import { payTogether } from '../../payment/pay-together.ts';
import type { BulkAction } from '../../records/bulk-action.tsx';
import { wordsOf } from '../../records/record-names.ts';
import type { Listed, RowOf } from '../../records/record-queries.ts';
import type { RecordTab } from '../../records/record-tabs.tsx';
import { RelatedList } from '../../records/related-list.tsx';
import { organizationTexts } from '../../texts/organizations.ts';
import type { Column } from '../../ui/data-table.tsx';
import { ButtonLink } from '../../ui/text-link.tsx';
import {
  caseColumns,
  creditColumns,
  invoiceColumns,
  methodColumns,
  paymentColumns,
  subscriptionColumns,
} from './commerce-columns.tsx';

const says = organizationTexts.commerce;

type CommerceTab<R extends Listed> = {
  resource: R;
  sort: string;
  columns: readonly Column<RowOf<R>>[];
  bulk?: BulkAction<R>;
  add?: { permission: Permission; path: '/subscriptions' | '/credits' | '/cases'; label: string };
};

/** What belongs to an organization, for those whose profile opens lists of it. */
function commerceTab<
  R extends 'cases' | 'subscriptions' | 'invoices' | 'payments' | 'credits' | 'payment_methods',
>(tab: CommerceTab<R>): RecordTab<'organizations'> {
  const { resource, sort, columns, add, bulk } = tab;
  const { many } = wordsOf(resource);
  const named = many.toLowerCase();
  return {
    key: resource,
    label: many,
    permission: `${resource}.view`,
    content: ({ row }) => (
      <RelatedList
        resource={resource}
        label={many}
        filters={{ organization_id: row.id }}
        sort={sort}
        columns={columns}
        bulk={bulk}
        empty={{ title: says.emptyTitle(named), text: says.emptyText(named) }}
        actions={add && row.status === 'active' ? addLink(add, row) : null}
      />
    ),
  };
}

function addLink({ permission, path, label }: NonNullable<CommerceTab<Listed>['add']>, row: Organization) {
  return (
    <IfCan permission={permission}>
      <ButtonLink to={path} search={{ organization_id: row.id, new: '1' }}>
        {label}
      </ButtonLink>
    </IfCan>
  );
}

export const commerceTabs: readonly RecordTab<'organizations'>[] = [
  commerceTab({
    resource: 'cases',
    sort: '-updated_at',
    columns: caseColumns,
    add: { permission: 'cases.create', path: '/cases', label: says.addCase },
  }),
  commerceTab({
    resource: 'subscriptions',
    sort: '-created_at',
    columns: subscriptionColumns,
    add: { permission: 'subscriptions.create', path: '/subscriptions', label: says.addSubscription },
  }),
  commerceTab({ resource: 'invoices', sort: '-created_at', columns: invoiceColumns, bulk: payTogether }),
  commerceTab({ resource: 'payments', sort: '-created_at', columns: paymentColumns }),
  commerceTab({
    resource: 'credits',
    sort: '-created_at',
    columns: creditColumns,
    add: { permission: 'credits.issue', path: '/credits', label: says.issueCredit },
  }),
  commerceTab({ resource: 'payment_methods', sort: '-created_at', columns: methodColumns }),
];
