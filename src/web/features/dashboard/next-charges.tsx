import { reachesSeveral } from '../../../catalog/roles.ts';
import { useAccess } from '../../access/use-access.ts';
import { OrganizationLink } from '../../commerce/commerce-links.tsx';
import { formatMoney } from '../../lib/format.ts';
import { dashboardTexts } from '../../texts/dashboard.ts';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import type { Dashboard } from './shown.ts';

type Charge = NonNullable<Dashboard['next_charges']>[number];
const words = dashboardTexts.charges;

const columns: readonly Column<Charge>[] = [
  {
    key: 'number',
    header: words.number,
    nowrap: true,
    cell: ({ id, number }) => (
      <TextLink to="/subscriptions/$id" params={{ id }} className="tabular">
        {number}
      </TextLink>
    ),
  },
  { key: 'plan', header: words.plan, cell: ({ plan }) => plan },
  {
    key: 'organization',
    header: words.organization,
    cell: ({ organization }) => <OrganizationLink to={organization} />,
  },
  { key: 'on', header: words.on, nowrap: true, cell: ({ on }) => <DateTime value={on} /> },
  {
    key: 'amount',
    header: words.amount,
    align: 'end',
    nowrap: true,
    cell: ({ amount }) => formatMoney(amount),
  },
];

/** The first charges to come. */
export function NextCharges({ charges }: { charges: readonly Charge[] }) {
  const several = reachesSeveral(useAccess().role);
  return (
    <Card title={words.title}>
      {charges.length === 0 ? (
        <p className="text-ink-muted">{words.none}</p>
      ) : (
        <DataTable
          label={words.title}
          columns={columns.filter(({ key }) => several || key !== 'organization')}
          rows={charges}
          rowKey={({ id }) => id}
          rowName={({ number }) => number}
        />
      )}
    </Card>
  );
}
