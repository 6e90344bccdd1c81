import type { BookingPreview } from '../../contract/bookings.ts';
import { formatDate } from '../lib/format.ts';
import { humanize } from '../lib/words.ts';
import { bookingTexts as says } from '../texts/bookings.ts';

const actions: Readonly<Record<string, string>> = says.orders;

/** "Upgrade from 1 March 2027"; null where nothing is ordered, because something is taken back. */
export function orderSentence({ order }: BookingPreview): string | null {
  if (!order) return null;
  const on = formatDate(order.effective_on);
  const day = order.kind === 'cancellation' ? says.noService(on) : says.from(on);
  return `${orderWords(order.action)}, ${day}`;
}

/** What was ordered, in words. */
export function orderWords(action: string): string {
  return actions[action] ?? humanize(action);
}

/** What waits and goes with it. */
export function waitingSentence({ order, replaces }: BookingPreview): string | null {
  if (replaces.length === 0) return null;
  const what = replaces.map((kind) => says.waiting[kind]).join(says.and);
  return order ? says.replaces(what) : says.takesBack(what);
}
