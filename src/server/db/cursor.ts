import { invalid } from '../http/problem.ts';

/** A place in a list: its order, the value there and the id. It opens nothing: every page applies the reader's predicate. */
export function cursorOf(sort: string, value: string, id: string): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

const idShape = /^[0-9a-f-]{36}$/;
const timeShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Reads a cursor back; throws a problem on one that is not of this list. */
export function readCursor(
  cursor: string,
  sort: string,
  type: 'timestamptz' | 'text',
): { value: string; id: string } {
  const [ownSort, value, id] = parseCursor(cursor);
  const shaped =
    ownSort === sort &&
    typeof value === 'string' &&
    typeof id === 'string' &&
    idShape.test(id) &&
    (type === 'text' ? !value.includes('\0') : timeShape.test(value) && !Number.isNaN(Date.parse(value)));
  if (!shaped) throw invalid('after', 'This is not a cursor of this list');
  return { value, id };
}

function parseCursor(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
