import { useId } from 'react';
import type { BookingDocument, BookingLine } from '../../contract/bookings.ts';
import { lineWords } from '../commerce/line-words.ts';
import { formatDate, formatMoney, formatNumber } from '../lib/format.ts';
import { bookingTexts as says } from '../texts/bookings.ts';

const cell = 'py-1 ps-3 text-end align-top tabular whitespace-nowrap';
const wide = `${cell} @max-md:hidden`;

/** An invoice or credit as it will be issued, line by line. */
export function DocumentTable({ title, document }: { title: string; document: BookingDocument }) {
  const titleId = useId();
  const { amount, due_on, lines } = document;
  return (
    <section aria-labelledby={titleId} className="@container rounded-lg border border-line p-3">
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id={titleId} className="font-semibold">
          {title}
        </h3>
        <span className="text-ink-muted">{due_on ? says.due(formatDate(due_on)) : says.credited}</span>
      </div>
      <table aria-labelledby={titleId} className="w-full text-[0.8125rem]">
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="py-1 text-start font-medium">
              {says.description}
            </th>
            <th scope="col" className={`${wide} font-medium`}>
              {says.days}
            </th>
            <th scope="col" className={`${wide} font-medium`}>
              {says.quantity}
            </th>
            <th scope="col" className={`${cell} font-medium`}>
              {says.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={`${line.kind} ${line.description}`} line={line} currency={amount.currency} />
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t border-line font-semibold">
            <th scope="row" className="py-1 text-start">
              {says.total}
            </th>
            <td className="@max-md:hidden" />
            <td className="@max-md:hidden" />
            <td className={cell}>{formatMoney(amount)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** Where there is no room for four columns, days and quantity stand below the description. */
function Line({ line, currency }: { line: BookingLine; currency: string }) {
  const days = daysOf(line);
  const quantity = formatNumber(line.quantity);
  const below = [says.quantityOf(quantity), ...(days ? [says.daysInWords(days)] : [])].join(', ');
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1 text-start align-top font-normal wrap-break-word">
        {lineWords(line)}
        <span className="block text-ink-muted @md:hidden">{below}</span>
      </th>
      <td className={wide}>{days}</td>
      <td className={wide}>{quantity}</td>
      <td className={cell}>{formatMoney({ amount: line.amount, currency })}</td>
    </tr>
  );
}

function daysOf({ days, of_days }: BookingLine): string | null {
  if (days === null) return null;
  return of_days === null ? formatNumber(days) : says.daysOf(days, of_days);
}
