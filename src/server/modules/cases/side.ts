import type { Subject } from '../../../access/subject.ts';
import { type RoleType, roles } from '../../../catalog/roles.ts';
import type { Case } from '../../../contract/cases.ts';
import type { Database } from '../../db/database.ts';
import type { CaseRow } from './records.ts';

export type Side = Case['side'];

/** Somebody that a case names: requester, assignee, or who opened it. */
export interface Named {
  readonly name: string;
  readonly role_type: RoleType;
  readonly partner_id: string | null;
}

/** The people that cases name, by id. */
export async function namedPeople(
  db: Database,
  ids: Iterable<string | null>,
): Promise<ReadonlyMap<string, Named>> {
  const wanted = [...new Set([...ids].filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db.raw<Named & { id: string }>(
    `select id, first_name || ' ' || last_name as name, role_type, partner_id from users where id = any($1::uuid[])`,
    [wanted],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Customers ask and staff answer. A partner asks about its own account and where one of its people asked for a
 * customer; where the customer asked, it answers.
 */
export function sideOf(
  { grants, partnerId }: Subject,
  { organization_id }: Pick<CaseRow, 'organization_id'>,
  requester: Named | undefined,
): Side {
  const { type } = roles[grants.role];
  if (type === 'customer') return 'asks';
  if (type !== 'partner') return 'answers';
  const askedByOwn = requester?.role_type === 'partner' && requester.partner_id === partnerId;
  return askedByOwn || organization_id === partnerId ? 'asks' : 'answers';
}

/** The same for one case whose people are not loaded. */
export async function sideIn(db: Database, subject: Subject, record: CaseRow): Promise<Side> {
  const people = await namedPeople(db, [record.requester_id]);
  return sideOf(subject, record, people.get(record.requester_id ?? ''));
}
