import { decide } from '../../../access/decide.ts';
import type { AppContext } from '../../app-context.ts';
import type { Row } from '../../db/tables.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { addRecord, changeRecord, removeRecord } from '../../records/change-record.ts';
import type { ContactRow } from './records.ts';
import { primaryOf } from './repository.ts';

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
  if (organization.status === 'closed') throw invalid('organization_id', 'The organization is closed');
  await requirePrimaryFree(app, values.organization_id, values.kind, null);
  return addRecord({ app, subject, permission: 'contacts.create', values });
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
  subject: SessionSubject,
  record: ContactRow,
  values: ContactEdit,
): Promise<ContactRow> {
  await requirePrimaryFree(app, record.organization_id, values.kind, record.id);
  return changeRecord({ app, subject, record, permission: 'contacts.edit', values });
}

const kept = ['first_name', 'last_name', 'email', 'phone', 'job_title', 'kind', 'organization_id'] as const;

/** Removes a contact; the log keeps what it said. */
export async function deleteContact(
  app: AppContext,
  subject: SessionSubject,
  record: ContactRow,
): Promise<void> {
  await removeRecord({ app, subject, record, permission: 'contacts.delete', keep: kept });
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
