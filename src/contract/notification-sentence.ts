import { kindSpec, type NotificationData, type NotificationKind } from './notification-kinds.ts';

type Value = NotificationData[string];

/** How somebody writes amounts and calendar dates. */
interface Notation {
  readonly money: (amount: Exclude<Value, string>) => string;
  readonly day: (date: string) => string;
}

interface Told {
  readonly kind: NotificationKind;
  /** How the record is called. */
  readonly label: string;
  readonly data: NotificationData;
}

/** By their names, not by how they look: an organization may be called like a date, also like one that there is not. */
const dayKeys: readonly string[] = ['due_on', 'on'];
const day = /^\d{4}-\d{2}-\d{2}$/;

/** What happened, in one sentence, as its reader writes amounts and dates. */
export function sentenceIn(notation: Notation, { kind, label, data }: Told): string {
  const wordsOf = (key: string, value: Value) => {
    if (typeof value !== 'string') return notation.money(value);
    return dayKeys.includes(key) && day.test(value) ? notation.day(value) : value;
  };
  const words = Object.entries(data).map(([key, value]) => [key, wordsOf(key, value)] as const);
  return kindSpec(kind).sentence(label, Object.fromEntries(words));
}
