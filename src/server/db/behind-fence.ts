import type { Subject } from '../../access/subject.ts';
import { roles } from '../../catalog/roles.ts';
import type { Database } from './database.ts';

/** True for Customers and Partners: their reads run behind the database's own fence. */
export function isFenced(subject: Subject): boolean {
  const { type } = roles[subject.grants.role];
  return type === 'customer' || type === 'partner';
}

/** Runs a read of records for one person: Customers and Partners behind the database's own fence, staff without it. */
export async function behindFence<T>(db: Database, subject: Subject, read: () => Promise<T[]>): Promise<T[]> {
  const { type } = roles[subject.grants.role];
  if (type === 'customer') {
    return subject.organizationId === null
      ? []
      : db.fenced({ role: 'customer', id: subject.organizationId }, read);
  }
  if (type === 'partner') {
    return subject.partnerId === null ? [] : db.fenced({ role: 'partner', id: subject.partnerId }, read);
  }
  return read();
}
