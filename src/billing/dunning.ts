import type { CalendarDate } from './calendar.ts';
import { daysOverdue } from './overdue.ts';

/** Reminders of an overdue invoice, with the days overdue from which each is due. */
export const dunningSteps = [
  { key: 'reminder', fromDaysOverdue: 3 },
  { key: 'second_reminder', fromDaysOverdue: 14 },
  { key: 'final_notice', fromDaysOverdue: 30 },
] as const;
export type DunningStep = (typeof dunningSteps)[number]['key'];

/**
 * The reminder to send today, or null. Each is sent once; when several were missed only the last of them is sent.
 * @param lastSent the last reminder sent for the invoice; null: none
 */
export function dunningStepDue(
  dueOn: CalendarDate,
  today: CalendarDate,
  lastSent: DunningStep | null,
): DunningStep | null {
  const days = daysOverdue(dueOn, today);
  const reached = dunningSteps.filter(({ fromDaysOverdue }) => fromDaysOverdue <= days).at(-1)?.key ?? null;
  return rankOf(reached) > rankOf(lastSent) ? reached : null;
}

function rankOf(step: DunningStep | null): number {
  return dunningSteps.findIndex(({ key }) => key === step);
}
