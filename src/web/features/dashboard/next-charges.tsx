import { reachesSeveral } from '../../../catalog/roles.ts';
import { useAccess } from '../../access/use-access.ts';
import { numberColumn, organizationColumn } from '../../commerce/record-columns.tsx';
import { formatMoney } from '../../lib/format.ts';
import { dashboardTexts } from '../../texts/dashboard.ts';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import type { Dashboard } from './shown.ts';

type Charge = NonNullable<Dashboard['next_charges']>[number];
const words = dashboardTexts.charges;

const columns: readonly Column<Charge>[] = [
  numberColumn('subscriptions', words.number),
  { key: 'plan', header: words.plan, cell: ({ plan }) => plan },
  organizationColumn(words.organization),
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
