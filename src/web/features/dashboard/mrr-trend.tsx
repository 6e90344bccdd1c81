import { lazy, useState } from 'react';
import { mrrMovementKinds } from '../../../contract/dashboard/mrr-movements.ts';
import { formatMoney, formatMoneyShort, formatMonth } from '../../lib/format.ts';
import { dashboardTexts } from '../../texts/dashboard.ts';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { AsTable } from './block-card.tsx';
import { ChartFrame } from './chart-frame.tsx';
import type { Dashboard } from './shown.ts';

const Trend = lazy(() => import('./charts.tsx').then((module) => ({ default: module.Trend })));

type Months = NonNullable<Dashboard['mrr_trend']>;
type Month = Months[number];
const words = dashboardTexts.trend;

/** MRR over the last twelve months, one currency at a time: amounts of two are never added up. */
export function MrrTrend({ months }: { months: Months }) {
  const currencies = (months[0]?.amounts ?? []).map(({ currency }) => currency);
  const [chosen, choose] = useState(currencies[0] ?? '');
  const currency = currencies.includes(chosen) ? chosen : currencies[0];
  if (currency === undefined) {
    return (
      <Card title={words.title}>
        <p className="text-ink-muted">{words.none}</p>
      </Card>
    );
  }
  const write = (amount: number) => formatMoney({ amount, currency });
  const points = months.map((month) => ({
    label: formatMonth(month.month, 'axis'),
    value: amountIn(month, currency),
  }));
  return (
    <Card
      title={words.title}
      actions={
        currencies.length > 1 ? (
          <SelectField
            label={words.currency}
            labelHidden
            options={currencies.map((value) => ({ value, label: value }))}
            value={currency}
            onChange={(event) => choose(event.target.value)}
          />
        ) : undefined
      }
    >
      <p className="mb-2 text-ink-muted">{words.atEnd}</p>
      <ChartFrame>
        <Trend points={points} write={write} short={(amount) => formatMoneyShort({ amount, currency })} />
      </ChartFrame>
      <AsTable>
        <DataTable
          label={words.title}
          columns={columnsIn(currency)}
          rows={months}
          rowKey={({ month }) => month}
          rowName={({ month }) => formatMonth(month)}
        />
      </AsTable>
    </Card>
  );
}

function amountIn({ amounts }: Pick<Month, 'amounts'>, currency: string): number {
  return amounts.find((one) => one.currency === currency)?.amount ?? 0;
}

function columnsIn(currency: string): readonly Column<Month>[] {
  const money = (key: string, header: string, of: (month: Month) => number): Column<Month> => ({
    key,
    header,
    align: 'end',
    nowrap: true,
    cell: (month) => formatMoney({ amount: of(month), currency }),
  });
  return [
    { key: 'month', header: words.month, cell: ({ month }) => formatMonth(month) },
    money('mrr', words.mrr, (month) => amountIn(month, currency)),
    ...mrrMovementKinds.map((kind) =>
      money(kind, words.movements[kind], ({ moved }) =>
        amountIn({ amounts: moved.filter((one) => one.kind === kind) }, currency),
      ),
    ),
  ];
}
