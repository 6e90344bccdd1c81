import { type CalendarDate, daysBetween } from './calendar.ts';
import { type Minor, sumOf } from './money.ts';

/** Ages of what is owed, by days overdue, from the youngest. `to` is the last day of the age; null: no end. */
export const overdueAges = [
  { key: 'not_due', to: 0 },
  { key: 'days_1_30', to: 30 },
  { key: 'days_31_60', to: 60 },
  { key: 'days_61_90', to: 90 },
  { key: 'over_90', to: null },
] as const;
export type OverdueAge = (typeof overdueAges)[number]['key'];

/** Whole days past the due date; 0 on it and before. */
export function daysOverdue(dueOn: CalendarDate, today: CalendarDate): number {
  return Math.max(0, daysBetween(dueOn, today));
}

/** The age that an invoice with this due date has today. */
export function ageOf(dueOn: CalendarDate, today: CalendarDate): OverdueAge {
  const days = daysOverdue(dueOn, today);
  return overdueAges.find(({ to }) => to === null || days <= to)?.key ?? 'over_90';
}

/** What is owed in one currency, by age, in minor units; the ages add up to the sum of the balances. */
export function balanceByAge(
  invoices: readonly { readonly dueOn: CalendarDate; readonly balance: Minor }[],
  today: CalendarDate,
): Readonly<Record<OverdueAge, Minor>> {
  const of = (age: OverdueAge) =>
    sumOf(invoices.filter(({ dueOn }) => ageOf(dueOn, today) === age).map(({ balance }) => balance));
  return {
    not_due: of('not_due'),
    days_1_30: of('days_1_30'),
    days_31_60: of('days_31_60'),
    days_61_90: of('days_61_90'),
    over_90: of('over_90'),
  };
}
