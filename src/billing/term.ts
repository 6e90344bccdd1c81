import { type CalendarDate, type DateSpan, monthsBetween } from './calendar.ts';
import { monthsAfter } from './periods.ts';
import type { PlanVersion } from './plan-version.ts';
import type { SubscriptionState } from './subscription.ts';

/** The term that begins on a day with the plan: whole billing periods, or null for an evergreen plan. */
export function termFrom(version: PlanVersion, anchor: CalendarDate, start: CalendarDate): DateSpan | null {
  if (version.termMonths === null) return null;
  return { start, end: monthsAfter(anchor, start, version.termMonths) };
}

/** The term when the period's end moved (pause): as many months after the new end as it was after the old. */
export function moveTerm(
  term: SubscriptionState['term'],
  oldPeriodEnd: CalendarDate,
  newPeriodEnd: CalendarDate,
): SubscriptionState['term'] {
  if (term === null) return null;
  const months = monthsBetween(oldPeriodEnd, term.end);
  return { start: term.start, end: monthsAfter(newPeriodEnd, newPeriodEnd, months) };
}
