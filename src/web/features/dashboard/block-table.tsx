import { formatMoney } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FigureLink } from './figure-link.tsx';
import { currenciesOf, type DrawnBlock, labelOf, type ShownFigure } from './shown.ts';

/** The figures of a block in words: each count opens the list that it counts. */
export function BlockTable({ block }: { block: DrawnBlock }) {
  return (
    <DataTable
      label={block.words.title}
      columns={columnsOf(block)}
      rows={block.figures}
      rowKey={({ key }) => key}
      rowName={(figure) => labelOf(block, figure)}
    />
  );
}

function columnsOf(block: DrawnBlock): readonly Column<ShownFigure>[] {
  const { words, resource } = block;
  return [
    { key: 'figure', header: words.by, cell: (figure) => labelOf(block, figure) },
    {
      key: 'count',
      header: words.counted,
      align: 'end',
      cell: (figure) => (
        <FigureLink
          resource={resource}
          opens={figure.opens}
          count={figure.count}
          says={`${words.counted}, ${labelOf(block, figure)}`}
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
