import { kindSpec } from '../../../contract/notification-kinds.ts';
import type { Notification } from '../../../contract/notifications.ts';
import { formatDate, formatMoney } from '../../lib/format.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** What happened, in one sentence, with dates and amounts as on every other page. */
export function sentenceOf({ kind, label, data }: Pick<Notification, 'kind' | 'label' | 'data'>): string {
  const words = Object.entries(data).map(([key, value]) => [key, wordsOf(value)] as const);
  return kindSpec(kind).sentence(label, Object.fromEntries(words));
}

function wordsOf(value: Notification['data'][string]): string {
  if (typeof value !== 'string') return formatMoney(value);
  return day.test(value) ? formatDate(value) : value;
}
