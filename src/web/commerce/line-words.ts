import type { BookingLine } from '../../contract/bookings.ts';
import { formatDate } from '../lib/format.ts';
import { commerceTexts } from '../texts/commerce.ts';

type Named = Pick<BookingLine, 'description' | 'from' | 'to'>;

/** What a line is about, without the period that its description ends with as it was issued. */
export function lineName({ description, from, to }: Named): string {
  const tail = `, ${from} to ${to}`;
  return description.endsWith(tail) ? description.slice(0, -tail.length) : description;
}

/** First and last day as the reader writes dates. */
export function linePeriod({ from, to }: Named): string | null {
  return from && to ? commerceTexts.span(formatDate(from), formatDate(to)) : null;
}

/** Both, where the period has no column of its own. */
export function lineWords(line: Named): string {
  return [lineName(line), linePeriod(line)].filter(Boolean).join(', ');
}
