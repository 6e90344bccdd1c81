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
