import { type AuditEntry, auditAll, changesBetween } from '../audit/audit.ts';
import type { Database } from '../db/database.ts';
import type { NewRow } from '../db/tables.ts';
import type { DemoCompany } from './company.ts';

type Made = NewRow<'users'> | NewRow<'organizations'> | NewRow<'contacts'>;
type Told = Pick<AuditEntry, 'action' | 'itemType' | 'itemLabel'>;

/** What nobody types in when they add a record. */
const kept = ['id', 'created_at', 'created_by', 'updated_at', 'status', 'closed_at', 'customer_since'];

/** The first line in the history of everybody and everything the demo company begins with. */
export async function tellBeginnings(db: Database, company: DemoCompany): Promise<void> {
  const { users, organizations, contacts } = company;
  const names = new Map(users.map((row) => [row.id, `${row.first_name} ${row.last_name}`]));
  const added = (row: Made, told: Told): AuditEntry => {
    const by = row.created_by ?? null;
    const actor = { id: by, name: (by === null ? undefined : names.get(by)) ?? 'Ambit' };
    return { ...told, itemId: row.id, at: new Date(row.created_at ?? 0), actor, changes: typedIn(row) };
  };
  await auditAll(db, [
    ...users.map((row) => added(row, { action: 'users.invite', itemType: 'users', itemLabel: row.email })),
    ...organizations.map((row) =>
      added(row, { action: 'organizations.create', itemType: 'organizations', itemLabel: row.name }),
    ),
    ...contacts.map((row) =>
      added(row, {
        action: 'contacts.create',
        itemType: 'contacts',
        itemLabel: `${row.first_name} ${row.last_name}`,
      }),
    ),
  ]);
}

function typedIn(row: Made) {
  return changesBetween(
    {},
    Object.fromEntries(Object.entries(row).filter(([field]) => !kept.includes(field))),
  );
}
