import { calendarDate, companyTimeZone } from '../company-date.ts';
import type { Database } from '../db/database.ts';
import type { CountRequest, ListSpec } from '../db/list-branches.ts';
import { type Calendar, needsCalendar } from '../db/list-filters.ts';
import type { SessionSubject } from '../http/session-subject.ts';

/** The day it is by the company's calendar at the moment of the request. */
export async function calendarFor(db: Database, { now }: SessionSubject): Promise<Calendar> {
  const timeZone = await companyTimeZone(db);
  return { today: calendarDate(now, timeZone), timeZone };
}

/** What is asked of a list, with the day it is asked on where a filter depends on it. */
export async function askedToday<Q extends CountRequest>(
  db: Database,
  subject: SessionSubject,
  list: ListSpec,
  request: Q,
): Promise<Q> {
  if (!needsCalendar(list.filters, request)) return request;
  return { ...request, calendar: await calendarFor(db, subject) };
}
