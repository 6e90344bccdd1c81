import type { Organization } from '../../../contract/organizations.ts';
import { formatMoney } from '../../lib/format.ts';
import { countryName } from '../../lib/regions.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import type { Column } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { KindBadge, StatusBadge } from './organization-badges.tsx';

const words = organizationTexts.fields;

export const organizationColumns: readonly Column<Organization>[] = [
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
  { key: 'partner', header: words.partner, cell: (row) => row.partner?.name },
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
];

/** Switched off until the reader wants them: the table would be too wide. */
export const columnsHiddenAtFirst = [
  'country',
  'industry',
  'partner_account_executive',
  'email',
  'phone',
  'last_invoice_date',
];
