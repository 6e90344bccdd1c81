import type { CalendarDate } from '../../billing/calendar.ts';
import type { AppContext } from '../app-context.ts';
import { calendarDate, companyTimeZone } from '../company-date.ts';

/** The day it is by the app's clock, in the company's time zone. */
export async function today(app: Pick<AppContext, 'db' | 'clock'>): Promise<CalendarDate> {
  return calendarDate(app.clock(), await companyTimeZone(app.db));
}
