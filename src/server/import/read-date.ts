import type { ImportRequest } from '../../contract/imports.ts';

type DateFormat = ImportRequest['date_format'];

const shapes: Record<DateFormat, RegExp> = {
  'YYYY-MM-DD': /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
  'DD-MM-YYYY': /^(?<day>\d{2})-(?<month>\d{2})-(?<year>\d{4})$/,
  'MM/DD/YYYY': /^(?<month>\d{2})\/(?<day>\d{2})\/(?<year>\d{4})$/,
};

/** A calendar date `YYYY-MM-DD`, or null when the text is not an existing day in exactly this format. */
export function readDate(text: string, format: DateFormat): string | null {
  const parts = shapes[format].exec(text)?.groups;
  if (!parts) return null;
  const iso = `${parts.year}-${parts.month}-${parts.day}`;
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) ? iso : null;
}

/** A moment as RFC 3339 in UTC: a date in the format, midnight unless a time such as `03:00` follows it. */
export function readMoment(text: string, format: DateFormat): string | null {
  const [day = '', time = '00:00', ...rest] = text.split(/[ T]/);
  const date = readDate(day, format);
  const clock = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.exec(time);
  if (date === null || clock === null || rest.length > 0) return null;
  return `${date}T${time}${clock[2] === undefined ? ':00' : ''}.000Z`;
}
