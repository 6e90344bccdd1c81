import type { z } from 'zod';
import { editFieldsOf } from '../../../access/grants.ts';
import { roles } from '../../../catalog/roles.ts';
import type { organizationCreate, organizationEdit } from '../../../contract/organizations.ts';
import type { AppContext } from '../../app-context.ts';
import { changesBetween } from '../../audit/audit.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { addRecord, changeRecord, refusalOf } from '../../records/change-record.ts';
import { type Assignment, requireAssignable } from './assignment.ts';
import type { OrganizationRow } from './records.ts';
import { billCustomerItself, companyCurrency, hasMoney, runningSubscription } from './repository.ts';
import { suspendPeopleOf } from './suspend-people.ts';
import { tellAssignments } from './tell-assignment.ts';

export type NewOrganization = Omit<z.output<typeof organizationCreate>, 'first_user'>;
type OrganizationEdit = z.output<typeof organizationEdit>;

/**
 * Adds an organization. A partner's people add customers to their own cohort; partner staff and account executives
 * who see only what is assigned to them become its executive, so that nobody adds what they cannot find again.
 */
export async function createOrganization(
  app: AppContext,
  subject: SessionSubject,
  values: NewOrganization,
): Promise<OrganizationRow> {
  const own = ownPlace(subject, { ...values, currency: values.currency ?? (await companyCurrency(app.db)) });
  await requireAssignable(
    app,
    subject,
    { kind: own.kind ?? 'customer', partnerId: own.parent_partner_id ?? null },
    own,
  );
  const added = await addRecord({ app, subject, permission: 'organizations.create', values: own });
  await tellAssignments(app, [{ before: null, after: added }]);
  return added;
}

function ownPlace(subject: SessionSubject, values: NewOrganization): NewOrganization {
  const { role } = subject.grants;
  if (roles[role].type === 'partner') {
    if (values.kind === 'partner') throw invalid('kind', 'Partners add customers only');
    if (values.parent_partner_id && values.parent_partner_id !== subject.partnerId) {
      throw invalid('parent_partner_id', 'There is no such partner');
    }
    const executive =
      role === 'partner_account_executive' ? { partner_account_executive_id: subject.userId } : {};
    return { ...values, ...executive, parent_partner_id: subject.partnerId };
  }
  const unassigned = role === 'account_executive' && values.account_executive_id === undefined;
  return unassigned ? { ...values, account_executive_id: subject.userId } : values;
}

/** Changes details. A role that may edit only some fields is refused the others by name. */
export async function updateOrganization(
  app: AppContext,
  subject: SessionSubject,
  record: OrganizationRow,
  values: OrganizationEdit,
): Promise<OrganizationRow> {
  if (values.currency !== undefined && values.currency !== record.currency) await requireNoMoney(app, record);
  return changeRecord({ app, subject, record, permission: 'organizations.edit', values });
}

/** Assigns an organization to other people, and tells them. */
export async function assignOrganization(
  app: AppContext,
  subject: SessionSubject,
  record: OrganizationRow,
  to: Assignment,
): Promise<OrganizationRow> {
  await requireMove(app, subject, record, to);
  const after = await moveOrganization(app, subject, record, to);
  await tellAssignments(app, [{ before: record, after }]);
  return after;
}

/** Moves an organization for which `requireMove` was asked; its records move with it, in the same transaction. */
export async function moveOrganization(
  app: AppContext,
  subject: SessionSubject,
  record: OrganizationRow,
  to: Assignment,
): Promise<OrganizationRow> {
  const values = assignmentOf(record, to);
  if (values.parent_partner_id !== record.parent_partner_id) await billCustomerItself(app.db, record.id);
  return changeRecord({ app, subject, record, permission: 'organizations.assign', values });
}

/** Refuses a move to people or a partner that it can not be given to; what stays as it is was checked in its time. */
export async function requireMove(
  app: AppContext,
  subject: SessionSubject,
  record: OrganizationRow,
  to: Assignment,
): Promise<void> {
  const values = assignmentOf(record, to);
  const changed = changesBetween(record, values).map(({ field }) => field);
  const moved = Object.fromEntries(Object.entries(values).filter(([field]) => changed.includes(field)));
  const place = { kind: record.kind, partnerId: values.parent_partner_id };
  await requireAssignable(app, subject, place, moved, record);
}

/** Who looks after an organization once it is moved; with its partner it leaves that partner's executive. */
export function assignmentOf(record: OrganizationRow, to: Assignment) {
  const keep = <T>(value: T | undefined, now: T): T => (value === undefined ? now : value);
  const parent_partner_id = keep(to.partner_id, record.parent_partner_id);
  const movedAway = parent_partner_id !== record.parent_partner_id;
  return {
    account_executive_id: keep(to.account_executive_id, record.account_executive_id),
    parent_partner_id,
    partner_account_executive_id: keep(
      to.partner_account_executive_id,
      movedAway ? null : record.partner_account_executive_id,
    ),
  };
}

/** Closes an organization and suspends its users, whose sessions end with it. */
export async function closeOrganization(
  app: AppContext,
  subject: SessionSubject,
  record: OrganizationRow,
): Promise<OrganizationRow> {
  refuseClosing(subject, record);
  if (record.status === 'closed')
    throw new Problem('record/state', { detail: 'The organization is closed already.' });
  if (record.account_balance !== 0) throw new Problem('organizations/open-balance');
  await requireNoSubscription(app, record);
  const closed = await changeRecord({
    app,
    subject,
    record,
    permission: 'organizations.edit',
    values: { status: 'closed', closed_at: app.clock() },
    log: { action: 'organizations.close' },
  });
  await suspendPeopleOf(app, record);
  return closed;
}

/** A role that edits only some fields does not close; nor does anybody close the partner they belong to. */
function refuseClosing(subject: SessionSubject, record: OrganizationRow): void {
  const limited = editFieldsOf(subject.grants, 'organizations') !== null;
  if (!limited && record.id !== subject.partnerId) return;
  throw new Problem(limited ? 'access/field' : 'access/outside-boundary', {
    refusal: refusalOf('organizations.edit', record),
  });
}

async function requireNoSubscription({ db }: AppContext, record: OrganizationRow): Promise<void> {
  const number = await runningSubscription(db, record.id);
  if (number === null) return;
  throw new Problem('organizations/active-subscription', {
    detail: `Subscription ${number} still runs. Cancel it first; it may end at once.`,
  });
}

/** What was booked is in the currency of the organization, and stays in it. */
async function requireNoMoney({ db }: AppContext, record: OrganizationRow): Promise<void> {
  if (await hasMoney(db, record.id))
    throw invalid('currency', 'Can not be changed any more: subscriptions or invoices are in it');
}
