import type { BookingLine } from '../../../contract/bookings.ts';
import type { Credit } from '../../../contract/credits.ts';
import { lineWords } from '../../commerce/line-words.ts';
import { formatMoney, formatNumber } from '../../lib/format.ts';
import { creditTexts } from '../../texts/credits.ts';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';

const says = creditTexts.lines;

function daysOf({ days, of_days }: BookingLine): string | null {
  if (days === null || of_days === null) return null;
  return says.daysOf(formatNumber(days), formatNumber(of_days));
}

function columnsIn(currency: string): readonly Column<BookingLine>[] {
  return [
    { key: 'description', header: says.description, cell: lineWords },
    { key: 'days', header: says.days, align: 'end', cell: daysOf },
    { key: 'quantity', header: says.quantity, align: 'end', cell: (line) => formatNumber(line.quantity) },
    {
      key: 'amount',
      header: says.amount,
      align: 'end',
      cell: ({ amount }) => formatMoney({ amount, currency }),
    },
  ];
}

/** What it gives back, line by line: given back is negative. */
export function LinesTab({ row }: { row: Credit }) {
  return (
    <Card flush>
      <DataTable
        label={creditTexts.tabs.lines}
        columns={columnsIn(row.amount.currency)}
        rows={row.lines}
        rowKey={(line) => `${line.kind} ${line.from} ${line.description}`}
        rowName={lineWords}
      />
    </Card>
  );
}
