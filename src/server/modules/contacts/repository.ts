import { canOnRow } from '../../../access/decide.ts';
import type { Subject, Visible } from '../../../access/subject.ts';
import type { Contact } from '../../../contract/contacts.ts';
import type { Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import { organizationNames } from '../../db/names.ts';
import type { NewRow, Row, RowChanges } from '../../db/tables.ts';
import { countVisible, type ListRequest, type ListSpec, listVisible } from '../../db/visible-list.ts';

export type ContactRow = Row<'contacts'>;

export const contactList: ListSpec = {
  table: 'contacts',
  sorts: {
    created_at: { column: 'created_at', type: 'timestamptz' },
    last_name: { column: 'last_name', type: 'text' },
  },
  filters: { kind: 'kind', organization_id: 'organization_id' },
};

export function listContacts(db: Database, visible: Visible<'contacts'>, request: ListRequest) {
  return listVisible<ContactRow>(db, visible, contactList, request);
}

export function countContacts(
  db: Database,
  visible: Visible<'contacts'>,
  request: Omit<ListRequest, 'sort' | 'limit' | 'after'>,
) {
  return countVisible(db, visible, contactList, request);
}

export async function insertContact(
  db: Database,
  values: Omit<NewRow<'contacts'>, 'id'>,
): Promise<ContactRow> {
  return db.q
    .insertInto('contacts')
    .values({ ...values, id: newId() })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function changeContact(db: Database, id: string, changes: RowChanges<'contacts'>, now: Date) {
  return db.q
    .updateTable('contacts')
    .set((row) => ({ ...changes, updated_at: now, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function removeContact(db: Database, id: string): Promise<void> {
  await db.q.deleteFrom('contacts').where('id', '=', id).execute();
}

export async function primaryOf(db: Database, organizationId: string): Promise<ContactRow | undefined> {
  return db.q
    .selectFrom('contacts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'primary')
    .executeTakeFirst();
}

/** Rows as their reader sees them. */
export async function shapeContacts(
  db: Database,
  subject: Subject,
  rows: readonly ContactRow[],
): Promise<Contact[]> {
  const organizations = await organizationNames(
    db,
    rows.map((row) => row.organization_id),
  );
  return rows.map((row) => ({
    ...row,
    organization: { id: row.organization_id, name: organizations.get(row.organization_id) ?? '' },
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    can: canOnRow(subject, 'contacts', row),
  }));
}
