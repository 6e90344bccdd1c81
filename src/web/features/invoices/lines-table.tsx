import type { ReactNode } from 'react';
import type { BookingLine } from '../../../contract/bookings.ts';
import type { Invoice, InvoiceContent } from '../../../contract/invoices.ts';
import { NumberLink } from '../../commerce/commerce-links.tsx';
import { lineName, linePeriod } from '../../commerce/line-words.ts';
import { formatMoney, formatNumber, type Money } from '../../lib/format.ts';
import { invoiceTexts } from '../../texts/invoices.ts';

const says = invoiceTexts.lines;
const cell = 'px-4 py-1.5 text-end align-top tabular whitespace-nowrap';
const wide = `${cell} @max-3xl:hidden`;
const wideText = 'px-4 py-1.5 text-start align-top tabular @max-3xl:hidden';
const heads = [
  { label: says.period, className: wideText },
  { label: says.days, className: wide },
  { label: says.quantity, className: wide },
  { label: says.price, className: wide },
  { label: says.amount, className: cell },
];

/** The lines as they were issued, what was put to them, and what is left. */
export function LinesTable({ row, content }: { row: Invoice; content: InvoiceContent }) {
  const { currency } = row.amount;
  return (
    <div className="@container">
      <table aria-label={says.title} className="w-full text-[0.8125rem]">
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="px-4 py-1.5 text-start font-medium">
              {says.description}
            </th>
            {heads.map(({ label, className }) => (
              <th key={label} scope="col" className={`${className} font-medium`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {content.lines.map((line) => (
            <Line key={`${line.kind} ${line.description}`} line={line} currency={currency} />
          ))}
        </tbody>
        <tfoot>
          <SumRow label={says.total} amount={row.amount} strong />
          {content.applied.map((part) => (
            <SumRow
              key={`${part.kind} ${part.number} ${part.at} ${part.amount.amount}`}
              label={<AppliedName part={part} />}
              amount={{ ...part.amount, amount: -part.amount.amount }}
            />
          ))}
          {row.status === 'open' ? <SumRow label={says.open} amount={row.balance} strong /> : null}
        </tfoot>
      </table>
    </div>
  );
}

/** Where there is no room for all columns, what they say stands below the description. */
function Line({ line, currency }: { line: BookingLine; currency: string }) {
  const period = linePeriod(line);
  const days = daysOf(line);
  const quantity = formatNumber(line.quantity);
  const price = priceOf(line, currency);
  const below = [period, days && says.daysInWords(days), `${quantity} × ${price}`].filter(Boolean);
  return (
    <tr className="border-t border-line">
      <th scope="row" className="px-4 py-1.5 text-start align-top font-normal wrap-anywhere">
        {lineName(line)}
        <span className="block text-ink-muted @3xl:hidden">{below.join(', ')}</span>
      </th>
      <td className={wideText}>{period}</td>
      <td className={wide}>{days}</td>
      <td className={wide}>{quantity}</td>
      <td className={wide}>{price}</td>
      <td className={cell}>{formatMoney({ amount: line.amount, currency })}</td>
    </tr>
  );
}

function daysOf({ days, of_days }: BookingLine): string | null {
  return days === null || of_days === null ? null : says.daysOf(formatNumber(days), formatNumber(of_days));
}

function priceOf({ flat_price, unit_price }: BookingLine, currency: string): string {
  const flat = formatMoney({ amount: flat_price, currency });
  if (unit_price === 0) return flat_price === 0 ? flat : says.flat(flat);
  const unit = formatMoney({ amount: unit_price, currency });
  return flat_price === 0 ? unit : says.plusFlat(unit, flat);
}

function SumRow({ label, amount, strong = false }: { label: ReactNode; amount: Money; strong?: boolean }) {
  return (
    <tr className={`border-t border-line ${strong ? 'font-semibold' : ''}`}>
      <th scope="row" className={`px-4 py-1.5 text-start ${strong ? '' : 'font-normal'}`}>
        {label}
      </th>
      {heads.slice(0, -1).map((head) => (
        <td key={head.label} className="@max-3xl:hidden" />
      ))}
      <td className={cell}>{formatMoney(amount)}</td>
    </tr>
  );
}

/** A link where the reader may open it. */
function AppliedName({ part }: { part: InvoiceContent['applied'][number] }) {
  const { kind, record, number, taken_back } = part;
  const what = kind === 'payment' ? says.payment(number) : says.credit(number);
  const name = taken_back === null ? what : says.takenBack[taken_back](what);
  if (record === null) return name;
  return <NumberLink resource={`${kind}s`} to={{ id: record, number: name }} />;
}
