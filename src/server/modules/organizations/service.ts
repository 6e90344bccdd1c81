import type { z } from 'zod';
import { editFieldsOf } from '../../../access/grants.ts';
import { holds } from '../../../access/holds.ts';
import { boundaryRule } from '../../../access/subject.ts';
import { roles } from '../../../catalog/roles.ts';
import type { organizationCreate, organizationEdit } from '../../../contract/organizations.ts';
import type { AppContext } from '../../app-context.ts';
import { audit, changesBetween } from '../../audit/audit.ts';
import type { RowChanges } from '../../db/tables.ts';
import { given } from '../../given.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { type Assignment, requireAssignable } from './assignment.ts';
import {
  changeOrganization,
  companyCurrency,
  insertOrganization,
  type OrganizationRow,
} from './repository.ts';
import { suspendPeopleOf } from './suspend-people.ts';

type NewOrganization = z.output<typeof organizationCreate>;
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
  const row = await insertOrganization(app.db, { ...given(own), created_by: subject.userId });
  if (!holds(boundaryRule(subject, 'organizations.create'), row)) {
    throw new Problem('access/outside-boundary', {
      refusal: {
        action: 'organizations.create',
        itemType: 'organizations',
        itemId: null,
        itemLabel: row.name,
      },
    });
  }
  const changes = changesBetween({}, given(own));
  await audit(app.db, {
    action: 'organizations.create',
    itemType: 'organizations',
    itemId: row.id,
    itemLabel: row.name,
    changes,
  });
  return row;
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
  const changes = changesBetween(record as unknown as Record<string, unknown>, given(values));
  if (changes.length === 0) return record;
  const allowed = editFieldsOf(subject.grants, 'organizations');
  const refused = changes.filter(({ field }) => allowed !== null && !allowed.includes(field));
  if (refused.length > 0) {
    throw new Problem('access/field', {
      fields: refused.map(({ field }) => ({
        field,
        code: 'access/field',
        message: 'Your role can not change this',
      })),
      refusal: {
        action: 'organizations.edit',
        itemType: 'organizations',
        itemId: record.id,
        itemLabel: record.name,
      },
    });
  }
  return book(app, record, 'organizations.edit', given(values));
}

/** Moves an organization to other people; its records move with it, in the same transaction. */
export async function assignOrganization(
  app: AppContext,
  subject: SessionSubject,
  record: OrganizationRow,
  to: Assignment,
): Promise<OrganizationRow> {
  const partnerId = to.partner_id === undefined ? record.parent_partner_id : to.partner_id;
  const movedAway = partnerId !== record.parent_partner_id && to.partner_account_executive_id === undefined;
  const changes = given({
    account_executive_id: to.account_executive_id,
    parent_partner_id: to.partner_id,
    partner_account_executive_id: movedAway ? null : to.partner_account_executive_id,
  });
  await requireAssignable(app, subject, { kind: record.kind, partnerId }, changes, record);
  return book(app, record, 'organizations.assign', changes);
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
  const closed = await book(app, record, 'organizations.close', { status: 'closed', closed_at: app.clock() });
  await suspendPeopleOf(app, record);
  return closed;
}

/** A role that edits only some fields does not close; nor does anybody close the partner they belong to. */
function refuseClosing(subject: SessionSubject, record: OrganizationRow): void {
  const limited = editFieldsOf(subject.grants, 'organizations') !== null;
  if (!limited && record.id !== subject.partnerId) return;
  throw new Problem(limited ? 'access/field' : 'access/outside-boundary', {
    refusal: {
      action: 'organizations.edit',
      itemType: 'organizations',
      itemId: record.id,
      itemLabel: record.name,
    },
  });
}

async function book(
  app: AppContext,
  record: OrganizationRow,
  action: string,
  values: RowChanges<'organizations'>,
): Promise<OrganizationRow> {
  const changes = changesBetween(record as unknown as Record<string, unknown>, values);
  if (changes.length === 0) return record;
  const row = await changeOrganization(app.db, record.id, values, app.clock());
  await audit(app.db, { action, itemType: 'organizations', itemId: row.id, itemLabel: row.name, changes });
  return row;
}
