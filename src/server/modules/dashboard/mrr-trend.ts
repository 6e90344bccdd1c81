import type { Visible } from '../../../access/subject.ts';
import type { MrrMonth } from '../../../contract/dashboard/dashboard.ts';
import { monthsUntil, trendStart } from '../../../contract/dashboard/days.ts';
import type { MrrMovementKind } from '../../../contract/dashboard/mrr-movements.ts';
import type { Database } from '../../db/database.ts';
import { aggregateVisible } from '../../db/visible-aggregate.ts';

interface Moved {
  readonly month: string;
  readonly kind: MrrMovementKind;
  readonly currency: string;
  readonly amount: number;
}
type Money = MrrMonth['amounts'][number];

/** The movements of the subscriptions that the reader may see, by month, since the first month of the trend. */
export function movementsVisible(
  db: Database,
  visible: Visible<'subscriptions'>,
  today: string,
): Promise<Moved[]> {
  return aggregateVisible<Moved>(db, visible, (parameters) => ({
    table: 'mrr_movements',
    groupBy: { month: 'r.month', kind: 'r.kind', currency: 'r.currency' },
    sums: { amount: 'r.amount' },
    where: `r.month >= ${parameters.add(trendStart(today))}::date`,
  }));
}

/** The MRR of each month, back from that of today: what moved since is taken off. So the last month is never another than the figure. */
export function trendBack(now: readonly Money[], moved: readonly Moved[], today: string): MrrMonth[] {
  const currencies = [...new Set([...now, ...moved].map(({ currency }) => currency))].sort();
  const amountOf = (currency: string) => now.find((one) => one.currency === currency)?.amount ?? 0;
  return monthsUntil(today).map(({ first }) => {
    const since = moved.filter(({ month }) => month > first);
    return {
      month: first,
      amounts: currencies.map((currency) => ({
        currency,
        amount: amountOf(currency) - sumOf(since.filter((one) => one.currency === currency)),
      })),
      moved: moved
        .filter(({ month }) => month === first)
        .map(({ kind, currency, amount }) => ({ kind, currency, amount })),
    };
  });
}

function sumOf(moved: readonly Moved[]): number {
  return moved.reduce((sum, { amount }) => sum + amount, 0);
}
