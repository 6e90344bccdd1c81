import type { BookingPreview } from '../../contract/bookings.ts';
import { formatDate, formatMoney } from '../lib/format.ts';
import { bookingTexts as says } from '../texts/bookings.ts';
import { commerceTexts } from '../texts/commerce.ts';
import { DescriptionList, type Fact } from '../ui/description-list.tsx';
import { dayBefore } from './day-before.ts';

const statuses: Readonly<Record<string, string>> = commerceTexts.subscriptionStatuses;

/** How the subscription stands once it is booked. */
export function PreviewFacts({ preview }: { preview: BookingPreview }) {
  const { mrr, status, order, trial_end, period_end, term_end } = preview;
  const before = status.before === null ? null : wordOf(status.before);
  const facts: readonly (Fact | null)[] = [
    { label: says.status, value: fromTo(before, wordOf(status.after)) },
    mrr && {
      label: says.mrr,
      value: <Figure>{fromTo(formatMoney(mrr.before), formatMoney(mrr.after))}</Figure>,
    },
    order && order.kind !== 'cancellation'
      ? { label: says.total_per_period, value: <Figure>{formatMoney(order.total)}</Figure> }
      : null,
    lastDay(says.trial_end, status.after === 'trialing' ? trial_end : null),
    lastDay(says.period_end, period_end),
    lastDay(says.term_end, term_end),
  ];
  return (
    <section aria-label={says.after} className="border-t border-line pt-3">
      <DescriptionList facts={facts.filter((fact) => fact !== null)} columns={2} />
    </section>
  );
}

function Figure({ children }: { children: string }) {
  return <span className="tabular">{children}</span>;
}

function wordOf(status: string): string {
  return statuses[status] ?? status;
}

function fromTo(before: string | null, after: string): string {
  if (before === null) return after;
  return before === after ? says.stays(after) : says.becomes(before, after);
}

function lastDay(label: string, end: string | null): Fact | null {
  return end === null ? null : { label, value: formatDate(dayBefore(end)) };
}
