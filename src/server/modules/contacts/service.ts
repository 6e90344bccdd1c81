import { decide } from '../../../access/decide.ts';
import type { AppContext } from '../../app-context.ts';
import { audit, changesBetween } from '../../audit/audit.ts';
import type { NewRow, Row, RowChanges } from '../../db/tables.ts';
import { given } from '../../given.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { type ContactRow, changeContact, insertContact, primaryOf, removeContact } from './repository.ts';

type NewContact = { organization_id: string; first_name: string; last_name: string } & {
  [K in 'email' | 'phone' | 'job_title']?: string | null | undefined;
} & { kind?: ContactRow['kind'] | undefined };

type ContactEdit = { [K in keyof Omit<NewContact, 'organization_id'>]?: NewContact[K] | undefined };

/** Adds a contact to an organization that the person may see and whose contacts they may edit. */
export async function createContact(
  app: AppContext,
  subject: SessionSubject,
  values: NewContact,
): Promise<ContactRow> {
  const organization = await lockOrganization(app, values.organization_id);
  if (!organization || !mayAddTo(subject, organization)) {
    throw invalid('organization_id', 'There is no such organization');
  }
  await requirePrimaryFree(app, values.organization_id, values.kind, null);
  const fields: Omit<NewRow<'contacts'>, 'id'> = { ...given(values), created_by: subject.userId };
  const row = await insertContact(app.db, fields);
  await log(app, 'contacts.create', row, changesBetween({}, given(values)));
  return row;
}

/** The parent is held until the contact stands, so that nobody moves it in between. */
async function lockOrganization(app: AppContext, id: string): Promise<Row<'organizations'> | undefined> {
  return app.db.q.selectFrom('organizations').selectAll().where('id', '=', id).forShare().executeTakeFirst();
}

/** The new contact would stand in the organization's place: same boundary, same people, created by the subject. */
function mayAddTo(subject: SessionSubject, organization: Row<'organizations'>): boolean {
  const viewed = decide(subject, 'organizations.view', organization);
  const place = { ...organization, organization_id: organization.id, created_by: subject.userId };
  return viewed.allowed && decide(subject, 'contacts.edit', place).allowed;
}

/** Changes a contact. */
export async function updateContact(
  app: AppContext,
  record: ContactRow,
  values: ContactEdit,
): Promise<ContactRow> {
  const changes = changesBetween(record as unknown as Record<string, unknown>, given(values));
  if (changes.length === 0) return record;
  await requirePrimaryFree(app, record.organization_id, values.kind, record.id);
  const row = await changeContact(app.db, record.id, given(values) as RowChanges<'contacts'>, app.clock());
  await log(app, 'contacts.edit', row, changes);
  return row;
}

/** Removes a contact; the log keeps what it said. */
export async function deleteContact(app: AppContext, record: ContactRow): Promise<void> {
  const { first_name, last_name, email, phone, job_title, kind, organization_id } = record;
  const said = { first_name, last_name, email, phone, job_title, kind, organization_id };
  await log(
    app,
    'contacts.delete',
    record,
    Object.entries(said).map(([field, from]) => ({ field, from, to: null })),
  );
  await removeContact(app.db, record.id);
}

async function requirePrimaryFree(
  app: AppContext,
  organizationId: string,
  kind: ContactRow['kind'] | undefined,
  own: string | null,
): Promise<void> {
  if (kind !== 'primary') return;
  const primary = await primaryOf(app.db, organizationId);
  if (!primary || primary.id === own) return;
  throw new Problem('request/invalid', {
    fields: [{ field: 'kind', code: 'taken', message: 'The organization has a primary contact already' }],
  });
}

function log(app: AppContext, action: string, row: ContactRow, changes: ReturnType<typeof changesBetween>) {
  const itemLabel = `${row.first_name} ${row.last_name}`;
  return audit(app.db, { action, itemType: 'contacts', itemId: row.id, itemLabel, changes });
}
