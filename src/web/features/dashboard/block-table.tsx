import { formatMoney } from '../../lib/format.ts';
import { dashboardTexts } from '../../texts/dashboard.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FigureLink } from './figure-link.tsx';
import { currenciesOf, type ShownBlock, type ShownFigure, useFigureLabel } from './shown.ts';

/** The figures of a block in words: each count opens the list that it counts. */
export function BlockTable({ block }: { block: ShownBlock }) {
  const labelOf = useFigureLabel(block);
  return (
    <DataTable
      label={dashboardTexts.blocks[block.key].title}
      columns={columnsOf(block, labelOf)}
      rows={block.figures}
      rowKey={({ key }) => key}
      rowName={labelOf}
    />
  );
}

function columnsOf(
  block: ShownBlock,
  labelOf: (figure: ShownFigure) => string,
): readonly Column<ShownFigure>[] {
  const { resource, key } = block;
  const words = dashboardTexts.blocks[key];
  return [
    { key: 'figure', header: words.by, cell: labelOf },
    {
      key: 'count',
      header: words.counted,
      align: 'end',
      cell: (figure) => (
        <FigureLink
          resource={resource}
          opens={figure.opens}
          count={figure.count}
          says={`${words.counted}, ${labelOf(figure)}`}
        />
      ),
    },
    ...currenciesOf(block).map(
      (currency): Column<ShownFigure> => ({
        key: currency,
        header: `${words.amounts ?? ''} ${currency}`.trim(),
        align: 'end',
        nowrap: true,
        cell: ({ amounts }) =>
          formatMoney(amounts.find((one) => one.currency === currency) ?? { amount: 0, currency }),
      }),
    ),
  ];
}
