import { lazy } from 'react';
import { roles } from '../../../catalog/roles.ts';
import { OrganizationLink } from '../../commerce/commerce-links.tsx';
import { AccountExecutiveFilter, PartnerExecutiveFilter } from '../../commerce/executive-filter.tsx';
import { formatMoney } from '../../lib/format.ts';
import { countryChoices, countryName } from '../../lib/regions.ts';
import { choicesOf, defineList } from '../../records/define-list.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { DateFilter } from '../../ui/date-filter.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { assignTogether } from './assign-together.ts';
import { organizationActions } from './organization-actions.ts';
import { KindBadge, StatusBadge } from './organization-badges.tsx';

const words = organizationTexts.fields;

/** What is no code of a country is no choice. */
function countriesOf(inUse: string) {
  return countryChoices(/^[A-Z]{2}$/.test(inUse) ? inUse : null);
}

export const organizationList = defineList({
  resource: 'organizations',
  subtitle: organizationTexts.subtitle,
  search: organizationTexts.search,
  columns: [
    {
      key: 'name',
      header: words.name,
      sort: 'name',
      cell: (row) => (
        <TextLink to="/organizations/$id" params={{ id: row.id }} className="inline-block min-w-28">
          {row.name}
        </TextLink>
      ),
    },
    {
      key: 'number',
      header: words.number,
      nowrap: true,
      cell: (row) => <span className="tabular">{row.number}</span>,
    },
    { key: 'status', header: words.status, cell: (row) => <StatusBadge status={row.status} /> },
    { key: 'kind', header: words.kind, cell: (row) => <KindBadge kind={row.kind} /> },
    { key: 'country', header: words.country, cell: (row) => countryName(row.country) },
    { key: 'industry', header: words.industry, cell: (row) => row.industry },
    {
      key: 'partner',
      header: words.partner,
      // To its own people it would say one name in every row.
      shownTo: (role) => roles[role].type !== 'partner',
      cell: (row) => row.partner && <OrganizationLink to={row.partner} />,
    },
    { key: 'account_executive', header: words.account_executive, cell: (row) => row.account_executive?.name },
    {
      key: 'partner_account_executive',
      header: words.partner_account_executive,
      cell: (row) => row.partner_account_executive?.name,
    },
    { key: 'email', header: words.email, cell: (row) => row.email },
    { key: 'phone', header: words.phone, nowrap: true, cell: (row) => row.phone },
    {
      key: 'account_balance',
      header: words.account_balance,
      align: 'end',
      cell: (row) => formatMoney(row.account_balance),
    },
    {
      key: 'last_invoice_date',
      header: words.last_invoice_date,
      nowrap: true,
      cell: (row) => <DateTime value={row.last_invoice_date} />,
    },
    {
      key: 'created_at',
      header: words.created_at,
      sort: 'created_at',
      nowrap: true,
      cell: (row) => <DateTime value={row.created_at} />,
    },
  ],
  hiddenAtFirst: ['country', 'industry', 'partner_account_executive', 'email', 'phone', 'last_invoice_date'],
  filters: [
    { name: 'status', label: words.status, choices: choicesOf(organizationTexts.statuses) },
    { name: 'kind', label: words.kind, choices: choicesOf(organizationTexts.kinds) },
    { name: 'country', label: words.country, choices: countriesOf },
    { name: 'created_from', label: organizationTexts.createdFrom, control: DateFilter },
    { name: 'created_to', label: organizationTexts.createdTo, control: DateFilter },
    { name: 'partner_id', label: words.partner, of: 'organizations' },
    { name: 'account_executive_id', label: words.account_executive, control: AccountExecutiveFilter },
    {
      name: 'partner_account_executive_id',
      label: words.partner_account_executive,
      control: PartnerExecutiveFilter,
    },
  ],
  sort: 'name',
  actions: organizationActions,
  bulk: assignTogether,
  create: {
    permission: 'organizations.create',
    form: lazy(() =>
      import('./create-organization.tsx').then((module) => ({ default: module.CreateOrganization })),
    ),
  },
});
