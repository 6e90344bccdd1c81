import { formatDate, formatDateTime, formatMoney, type Money } from '../lib/format.ts';
import { humanize } from '../lib/words.ts';
import { eventTexts } from '../texts/history-events.ts';
import { uiTexts } from '../texts/ui.ts';
import { keyLabel } from './action-label.ts';

export type Change = { field: string; from?: unknown; to?: unknown };
/** Of the records whose ids stand in changes. */
export type Names = Readonly<Record<string, string>>;

const instant = /^\d{4}-\d{2}-\d{2}T/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const key = /^[a-z]+(_[a-z]+)*$/;
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && id.test(value);
}

function isMoney(value: object): value is Money {
  return 'amount' in value && 'currency' in value && typeof value.amount === 'number';
}

/** States and kinds are keys of one word or more; what people typed is left as it is. */
function textWords(text: string, field: string): string {
  const timed = !Number.isNaN(Date.parse(text));
  if (timed && instant.test(text)) return formatDateTime(text);
  if (timed && day.test(text)) return formatDate(text);
  const known = keyLabel(text);
  if (known) return known;
  const isKey = key.test(text) && (text.includes('_') || keyed.includes(field));
  return isKey ? humanize(text) : text;
}

const keyed = [
  'status',
  'kind',
  'source',
  'bill_to',
  'action',
  'category',
  'priority',
  'visibility',
  'audience',
  'effective_date_alignment',
];

/** Only what is named itself: people type "constructor" too. */
function nameOf(value: string, names: Names): string | undefined {
  return Object.hasOwn(names, value) ? names[value] : undefined;
}

/** A value of the log as somebody reads it. */
export function valueWords(value: unknown, { field, names }: { field: string; names: Names }): string {
  if (value === null || value === undefined || value === '') return uiTexts.empty;
  if (typeof value === 'boolean') return value ? uiTexts.yes : uiTexts.no;
  if (typeof value === 'string') return nameOf(value, names) ?? textWords(value, field);
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object'))
    return value.map((part) => nameOf(String(part), names) ?? part).join(', ');
  if (typeof value === 'object') return isMoney(value) ? formatMoney(value) : JSON.stringify(value);
  return String(value);
}

export function fieldLabel(field: string): string {
  return eventTexts.fields[field] ?? humanize(field);
}
