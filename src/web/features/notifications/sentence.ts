import { sentenceIn } from '../../../contract/notification-sentence.ts';
import type { Notification } from '../../../contract/notifications.ts';
import { formatDate, formatMoney } from '../../lib/format.ts';

/** What happened, in one sentence, with dates and amounts as on every other page. */
export function sentenceOf(told: Pick<Notification, 'kind' | 'label' | 'data'>): string {
  return sentenceIn({ money: formatMoney, day: formatDate }, told);
}
