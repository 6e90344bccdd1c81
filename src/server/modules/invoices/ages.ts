import { addDays, type CalendarDate } from '../../../billing/calendar.ts';
import { overdueAges } from '../../../billing/overdue.ts';
import type { InvoiceAge } from '../../../contract/invoices.ts';
import type { Days, RangeFilter } from '../../db/list-filters.ts';

/** The due dates that an age has today, as the rules of billing draw them. */
export function dueDatesOf(age: InvoiceAge, today: CalendarDate): Days {
  if (age === 'overdue') return { from: null, to: addDays(today, -1) };
  const place = overdueAges.findIndex(({ key }) => key === age);
  const oldest = overdueAges[place]?.to ?? null;
  const younger = overdueAges[place - 1]?.to ?? null;
  return {
    from: oldest === null ? null : addDays(today, -oldest),
    to: younger === null ? null : addDays(today, -younger - 1),
  };
}

/** Open invoices by age. */
export const byAge = {
  column: 'due_on',
  type: 'date',
  ends: 'both',
  only: "r.status = 'open'",
  days: dueDatesOf,
} as const satisfies RangeFilter<InvoiceAge>;
