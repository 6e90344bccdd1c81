import { addDays, type CalendarDate } from './calendar.ts';
import { refuse } from './refusals.ts';

/** Last day to pay without being overdue: issue date + payment terms (0 to 365 days; else `terms/outside-range`). */
export function dueDate(issueOn: CalendarDate, paymentTermsDays: number): CalendarDate {
  const within = Number.isInteger(paymentTermsDays) && paymentTermsDays >= 0 && paymentTermsDays <= 365;
  if (!within) refuse('terms/outside-range', 'payment_terms_days');
  return addDays(issueOn, paymentTermsDays);
}
