import type { z } from 'zod';
import { decide } from '../../../access/decide.ts';
import { roles } from '../../../catalog/roles.ts';
import type { caseCreate } from '../../../contract/cases.ts';
import type { AppContext } from '../../app-context.ts';
import type { Database } from '../../db/database.ts';
import type { Row } from '../../db/tables.ts';
import { invalid } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { addRecord } from '../../records/change-record.ts';
import { linkColumns } from './links.ts';
import type { CaseRow } from './records.ts';
import { sideIn } from './side.ts';
import { tellAbout } from './tell.ts';

export type NewCase = z.output<typeof caseCreate>;

/** Opens a case of an organization that the person may view, and tells whoever looks after it. */
export async function openCase(app: AppContext, subject: SessionSubject, values: NewCase): Promise<CaseRow> {
  const organization = await organizationFor(app, subject, values.organization_id);
  const requester_id = await requesterFor(app, subject, organization, values.requester_id);
  const { visibility = 'shared', description = null } = values;
  requireRequester(visibility, requester_id);
  const { subscription_id = null, invoice_id = null } = await linkColumns(
    app.db,
    subject,
    organization.id,
    values,
  );
  const { subject: title, category, priority = 'normal' } = values;
  const now = app.clock();
  const said = { subject: title, category, priority, visibility };
  const record = await addRecord({
    app,
    subject,
    permission: 'cases.create',
    values: {
      ...said,
      description,
      organization_id: organization.id,
      requester_id,
      assignee_id: null,
      subscription_id,
      invoice_id,
      created_at: now,
      updated_at: now,
    },
    // What it is about is shown to those who may view that, so the history of the case does not name it.
    log: {
      changes: Object.entries(said).map(([field, to]) => ({ field, from: null, to })),
      detail: { requester_id, subscription_id, invoice_id },
    },
  });
  const side = await sideIn(app.db, subject, record);
  await tellAbout(app, { event: 'opened', record, by: subject, side, text: description });
  return record;
}

/** The organization of a new case, held; hidden and missing ones are refused alike. */
async function organizationFor(
  { db }: AppContext,
  subject: SessionSubject,
  id: string,
): Promise<Row<'organizations'>> {
  return requireOrganization(subject, (await holdOrganizations(db, [id])).get(id), 'cases.view');
}

/** Organizations as they stay until the transaction ends, by id. */
export async function holdOrganizations(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Row<'organizations'>>> {
  if (ids.length === 0) return new Map();
  const rows = await db.q
    .selectFrom('organizations')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .forShare()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** That the person may add a case to an organization which is held. */
export function requireOrganization(
  subject: SessionSubject,
  found: Row<'organizations'> | undefined,
  level: 'cases.view' | 'cases.edit',
): Row<'organizations'> {
  const viewed = found && decide(subject, 'organizations.view', found).allowed;
  // The case would stand in the organization's place, opened and asked by the person.
  const own = { created_by: subject.userId, requester_id: subject.userId, visibility: 'shared' };
  if (!viewed || !decide(subject, level, { ...found, ...own, organization_id: found.id }).allowed)
    throw invalid('organization_id', 'There is no such organization');
  if (found.status === 'closed') throw invalid('organization_id', 'The organization is closed');
  return found;
}

/** Private to nobody would be hidden from everybody at the organization. */
export function requireRequester(visibility: CaseRow['visibility'], requesterId: string | null): void {
  if (visibility === 'shared' || requesterId !== null) return;
  throw invalid('visibility', 'A private case needs somebody who asked');
}

/** Customers ask for themselves, a partner's people unless they name somebody, staff only for others. */
async function requesterFor(
  { db }: AppContext,
  subject: SessionSubject,
  organization: Row<'organizations'>,
  given: string | null | undefined,
): Promise<string | null> {
  const { type } = roles[subject.grants.role];
  const own = type === 'customer' || type === 'partner' ? subject.userId : null;
  const wanted = given ?? own;
  if (wanted === null || wanted === own) return wanted;
  const person = await db.q
    .selectFrom('users')
    .select(['organization_id', 'partner_id', 'role_type'])
    .where('id', '=', wanted)
    .where('status', 'in', ['active', 'invited'])
    .executeTakeFirst();
  const ofCustomer = person?.role_type === 'customer' && person.organization_id === organization.id;
  const ofPartner = person?.role_type === 'partner' && person.partner_id === organization.partner_id;
  if (type === 'customer' || !(ofCustomer || ofPartner))
    throw invalid('requester_id', 'There is no such person at this organization');
  return wanted;
}
