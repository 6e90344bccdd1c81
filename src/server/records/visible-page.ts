import { visible } from '../../access/subject.ts';
import type { Permission, PermissionOn } from '../../catalog/catalog.ts';
import type { Database } from '../db/database.ts';
import type { CountRequest } from '../db/list-branches.ts';
import type { Row } from '../db/tables.ts';
import { countVisible, type ListRequest, listVisible, type Page } from '../db/visible-list.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import { askedToday } from './asked-today.ts';
import type { Records, Stored } from './define-records.ts';

/** One page of the records that a person may view, or reach with a further permission on them. */
export async function visiblePage<R extends Stored, Item>(
  db: Database,
  subject: SessionSubject,
  { resource, list }: Records<R, Item>,
  request: ListRequest,
  permission?: PermissionOn<R>,
): Promise<Page<Row<R>>> {
  const proof = visible(subject, resource, permission as Permission | undefined);
  return listVisible<Row<R> & { id: string }>(db, proof, list, await askedToday(db, subject, list, request));
}

/** How many records such pages have together; null for more than `most`. */
export async function visibleTotal<R extends Stored, Item>(
  db: Database,
  subject: SessionSubject,
  { resource, list }: Records<R, Item>,
  request: CountRequest & { readonly most: number },
  permission?: PermissionOn<R>,
): Promise<number | null> {
  const { most, ...asked } = request;
  const proof = visible(subject, resource, permission as Permission | undefined);
  const counted = await countVisible(db, proof, list, await askedToday(db, subject, list, asked), most);
  return counted.capped ? null : counted.count;
}
