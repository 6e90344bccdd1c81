import type { Role } from '../../../catalog/roles.ts';
import type { Plan } from '../../../contract/products.ts';
import { planPrice } from '../../commerce/plan-price.ts';
import { formatNumber } from '../../lib/format.ts';
import { planTexts } from '../../texts/products.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { forSellers } from './for-sellers.ts';

const words = planTexts.fields;
const sellersKeys: readonly string[] = ['code', 'rank', 'version'];

const columns: readonly Column<Plan>[] = [
  { key: 'name', header: words.name, cell: (plan) => <span className="font-medium">{plan.name}</span> },
  { key: 'code', header: words.code, nowrap: true, cell: (plan) => plan.code },
  {
    key: 'price',
    header: words.price,
    cell: (plan) => <span className="tabular">{planPrice(plan)}</span>,
  },
  {
    key: 'term',
    header: words.term,
    cell: ({ term_months }) => (term_months === null ? planTexts.evergreen : planTexts.months(term_months)),
  },
  {
    key: 'trial',
    header: words.trial,
    cell: ({ trial_days }) => (trial_days === 0 ? planTexts.noTrial : planTexts.days(trial_days)),
  },
  {
    key: 'offered',
    header: words.offered,
    cell: ({ offered }) => (
      <Badge tone={offered ? 'success' : 'neutral'}>
        {offered ? planTexts.offered : planTexts.notOffered}
      </Badge>
    ),
  },
  { key: 'rank', header: words.rank, align: 'end', cell: (plan) => formatNumber(plan.rank) },
  { key: 'version', header: words.version, align: 'end', cell: (plan) => formatNumber(plan.price_version) },
];

export function planColumns(role: Role): readonly Column<Plan>[] {
  return columns.filter(({ key }) => forSellers(role) || !sellersKeys.includes(key));
}
