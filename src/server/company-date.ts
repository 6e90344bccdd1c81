import { Temporal } from 'temporal-polyfill';
import type { Database } from './db/database.ts';

/** The time zone of the company, in which its calendar dates are meant. */
export async function companyTimeZone(db: Database): Promise<string> {
  const settings = await db.q.selectFrom('company_settings').select('time_zone').executeTakeFirstOrThrow();
  return settings.time_zone;
}

/** The calendar date of a moment in a time zone, `YYYY-MM-DD`. */
export function calendarDate(moment: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

/** The moment at which a calendar date begins in a time zone. */
export function startOfDay(date: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}
