import { type ReadKey, readKeys } from './cells.ts';
import { type WriteKey, writeKeys } from './writes.ts';

export type Operation = ReadKey | WriteKey;
export const operations: readonly Operation[] = [...readKeys, ...writeKeys];

export function isOperation(text: string): text is Operation {
  return (operations as readonly string[]).includes(text);
}

/** The aim of each operation: at most so many times the hand-written statement. */
export const aims: Readonly<Record<Operation, number>> = {
  'first page': 1.3,
  'deep page': 1.3,
  'one by id': 1.3,
  count: 2,
  search: 2,
  'search pair': 2,
  'search number': 2,
  update: 2,
  'checked update': 2,
};
