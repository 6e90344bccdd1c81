import { invalid } from '../http/problem.ts';
import { isId } from '../http/validate.ts';

/** How the values of a sort compare. */
export type SortType = 'timestamptz' | 'date' | 'text';

/** A place in a list: its order, the value there and the id. It opens nothing: every page applies the reader's predicate. */
export function cursorOf(sort: string, value: string, id: string): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

/** Reads a cursor back; throws a problem on one that is not of this list. */
export function readCursor(cursor: string, sort: string, type: SortType): { value: string; id: string } {
  const [ownSort, value, id] = parseCursor(cursor);
  const shaped = ownSort === sort && typeof value === 'string' && isId(id) && comparable(value, type);
  if (!shaped) throw invalid('after', 'This is not a cursor of this list');
  return { value, id };
}

function comparable(value: string, type: SortType): boolean {
  switch (type) {
    case 'text':
      return !value.includes('\0');
    case 'date':
      return isTime(`${value}T00:00:00.000Z`);
    case 'timestamptz':
      return isTime(value);
  }
}

/** A time as it stands in cursors: only those that come out as they went in, of years that the database has. */
function isTime(text: string): boolean {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString() === text && /^(?!0000)\d{4}-/.test(text);
}

function parseCursor(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
