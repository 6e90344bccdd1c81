import { NumberLink } from '../../commerce/commerce-links.tsx';
import { AccountExecutiveFilter, PartnerExecutiveFilter } from '../../commerce/executive-filter.tsx';
import { numberColumn, organizationColumn } from '../../commerce/record-columns.tsx';
import { InvoiceStatus } from '../../commerce/status-badges.tsx';
import { formatMoney } from '../../lib/format.ts';
import { payTogether } from '../../payment/pay-together.ts';
import { choicesOf, defineList } from '../../records/define-list.ts';
import { commerceTexts } from '../../texts/commerce.ts';
import { invoiceTexts } from '../../texts/invoices.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { DateFilter } from '../../ui/date-filter.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { invoiceActions } from './invoice-actions.ts';

const executives = organizationTexts.fields;
const words = invoiceTexts.fields;

export const invoiceList = defineList({
  resource: 'invoices',
  subtitle: invoiceTexts.subtitle,
  search: invoiceTexts.search,
  columns: [
    numberColumn('invoices', words.number),
    organizationColumn(words.organization),
    {
      key: 'subscription',
      header: words.subscription,
      nowrap: true,
      cell: (row) => row.subscription && <NumberLink resource="subscriptions" to={row.subscription} />,
    },
    {
      key: 'status',
      header: words.status,
      cell: (row) => <InvoiceStatus status={row.status} overdue={row.days_overdue} />,
    },
    {
      key: 'issued_on',
      header: words.issued_on,
      sort: 'created_at',
      nowrap: true,
      cell: (row) => <DateTime value={row.issued_on} />,
    },
    {
      key: 'due_on',
      header: words.due_on,
      sort: 'due_on',
      nowrap: true,
      cell: (row) => <DateTime value={row.due_on} />,
    },
    { key: 'amount', header: words.amount, align: 'end', cell: (row) => formatMoney(row.amount) },
    { key: 'balance', header: words.balance, align: 'end', cell: (row) => formatMoney(row.balance) },
  ],
  filters: [
    { name: 'status', label: words.status, choices: choicesOf(commerceTexts.invoiceStatuses) },
    { name: 'age', label: invoiceTexts.age, choices: choicesOf(invoiceTexts.ages) },
    { name: 'due_from', label: invoiceTexts.dueFrom, control: DateFilter },
    { name: 'due_to', label: invoiceTexts.dueTo, control: DateFilter },
    { name: 'organization_id', label: words.organization, of: 'organizations' },
    { name: 'account_executive_id', label: executives.account_executive, control: AccountExecutiveFilter },
    {
      name: 'partner_account_executive_id',
      label: executives.partner_account_executive,
      control: PartnerExecutiveFilter,
    },
    { name: 'subscription_id', label: words.subscription, of: 'subscriptions' },
  ],
  sort: '-created_at',
  actions: invoiceActions,
  bulk: payTogether,
});
