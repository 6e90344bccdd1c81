import { lazy } from 'react';
import { formatMonth, formatNumber } from '../../lib/format.ts';
import { dashboardTexts } from '../../texts/dashboard.ts';
import { Card } from '../../ui/card.tsx';
import { BlockTable } from './block-table.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { type ShownBlock, useFigureLabel } from './shown.ts';

const Bars = lazy(() => import('./charts.tsx').then((module) => ({ default: module.Bars })));
const Columns = lazy(() => import('./charts.tsx').then((module) => ({ default: module.Columns })));

/** The figures of a block as a chart, and as a table behind it. */
export function BlockCard({ block }: { block: ShownBlock }) {
  const { figures, key: name } = block;
  const words = dashboardTexts.blocks[name];
  const labelOf = useFigureLabel(block);
  if (block.drawn === 'months') {
    const points = figures.map(({ key, count }) => ({ label: formatMonth(key, 'axis'), value: count }));
    return (
      <Card title={words.title}>
        <ChartFrame>
          <Columns points={points} write={formatNumber} />
        </ChartFrame>
        <AsTable>
          <BlockTable block={block} />
        </AsTable>
      </Card>
    );
  }
  const points = figures.map((figure) => ({ label: labelOf(figure), value: figure.count }));
  return (
    <Card title={words.title}>
      <ChartFrame>
        <Bars points={points} write={formatNumber} />
      </ChartFrame>
      <div className="mt-3">
        <BlockTable block={block} />
      </div>
    </Card>
  );
}

/** A long table, folded away below its chart. */
export function AsTable({ children }: { children: React.ReactNode }) {
  return (
    <details className="mt-3">
      <summary className="w-fit rounded py-1 font-medium text-accent">{dashboardTexts.asTable}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
