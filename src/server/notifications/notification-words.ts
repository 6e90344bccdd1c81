import { isResource } from '../../catalog/catalog.ts';
import { pathOf } from '../../catalog/paths.ts';
import { kindSpec, type NotificationData, type NotificationKind } from '../../contract/notification-kinds.ts';
import { dayWords, moneyWords } from '../words.ts';

interface Named {
  readonly kind: NotificationKind;
  readonly resource: string | null;
  readonly record_id: string | null;
  readonly label: string;
  readonly data: NotificationData;
}

/** What happened, in one sentence, with dates and amounts as they are written in a language. */
export function sentenceOf(
  { kind, label, data }: Pick<Named, 'kind' | 'label' | 'data'>,
  language: string,
): string {
  const words = Object.entries(data).map(([key, value]) => [key, wordsOf(value, language)] as const);
  return kindSpec(kind).sentence(label, Object.fromEntries(words));
}

const day = /^\d{4}-\d{2}-\d{2}$/;

function wordsOf(value: NotificationData[string], language: string): string {
  if (typeof value !== 'string') return moneyWords(value, language);
  return day.test(value) ? dayWords(value, language) : value;
}

/** The page of what a notification is about, below the address of the portal. */
export function pathFor({ kind, resource, record_id }: Omit<Named, 'label' | 'data'>): string | null {
  const { about } = kindSpec(kind);
  if (about.kind === 'nothing' || resource === null || !isResource(resource)) return null;
  if (about.kind === 'record') return record_id && `${pathOf(resource)}/${record_id}`;
  return about.verb === 'export' ? '/exports' : `${pathOf(resource)}/import`;
}
