import type { Database } from './db/database.ts';

/** The time zone of the company, in which its calendar dates are meant. */
export async function companyTimeZone(db: Database): Promise<string> {
  const settings = await db.q.selectFrom('company_settings').select('time_zone').executeTakeFirstOrThrow();
  return settings.time_zone;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept per time zone: to make one takes as long as a small query. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}

/** The calendar date of a moment in a time zone, `YYYY-MM-DD`. */
export function calendarDate(moment: Date, timeZone: string): string {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}
