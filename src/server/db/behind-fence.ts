import type { Subject, Visible } from '../../access/subject.ts';
import { type ResourceKey, resourceSpec } from '../../catalog/catalog.ts';
import { roles } from '../../catalog/roles.ts';
import type { Database } from './database.ts';

/** True for Customers and Partners on records: their reads run behind the database's own fence. */
export function isFenced({ resource, subject }: Visible<ResourceKey>): boolean {
  const { type } = roles[subject.grants.role];
  return resourceSpec(resource).records !== undefined && (type === 'customer' || type === 'partner');
}

/** Runs a read of what is visible; what belongs to nobody, such as products, has no fence. */
export async function readVisible<T>(
  db: Database,
  visible: Visible<ResourceKey>,
  read: () => Promise<T[]>,
): Promise<T[]> {
  return isFenced(visible) ? behindFence(db, visible.subject, read) : read();
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
