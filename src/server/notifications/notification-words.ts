import { isResource } from '../../catalog/catalog.ts';
import { pathOf } from '../../catalog/paths.ts';
import { kindSpec, type NotificationData, type NotificationKind } from '../../contract/notification-kinds.ts';
import { sentenceIn } from '../../contract/notification-sentence.ts';
import { dayWords, moneyWords } from '../words.ts';

interface Named {
  readonly kind: NotificationKind;
  readonly resource: string | null;
  readonly record_id: string | null;
  readonly label: string;
  readonly data: NotificationData;
}

/** What happened, in one sentence, with dates and amounts as they are written in a language. */
export function sentenceOf(told: Pick<Named, 'kind' | 'label' | 'data'>, language: string): string {
  const notation = {
    money: (amount: Parameters<typeof moneyWords>[0]) => moneyWords(amount, language),
    day: (date: string) => dayWords(date, language),
  };
  return sentenceIn(notation, told);
}

/** The page of what a notification is about, below the address of the portal. */
export function pathFor({ kind, resource, record_id }: Omit<Named, 'label' | 'data'>): string | null {
  const { about } = kindSpec(kind);
  if (about.kind === 'nothing' || resource === null || !isResource(resource)) return null;
  if (about.kind === 'record') return record_id && `${pathOf(resource)}/${record_id}`;
  return about.verb === 'export' ? '/exports' : `${pathOf(resource)}/import`;
}
