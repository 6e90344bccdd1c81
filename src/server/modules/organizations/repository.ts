import { canOnRow } from '../../../access/decide.ts';
import type { Subject, Visible } from '../../../access/subject.ts';
import type { Organization } from '../../../contract/organizations.ts';
import type { Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import { allNames, reference } from '../../db/names.ts';
import type { NewRow, Row, RowChanges } from '../../db/tables.ts';
import { countVisible, type ListRequest, type ListSpec, listVisible } from '../../db/visible-list.ts';

export type OrganizationRow = Row<'organizations'>;

export const organizationList: ListSpec = {
  table: 'organizations',
  sorts: {
    created_at: { column: 'created_at', type: 'timestamptz' },
    name: { column: 'name', type: 'text' },
  },
  filters: {
    status: 'status',
    kind: 'kind',
    country: 'country',
    industry: 'industry',
    partner_id: 'partner_id',
    account_executive_id: 'account_executive_id',
    partner_account_executive_id: 'partner_account_executive_id',
  },
};

export function listOrganizations(db: Database, visible: Visible<'organizations'>, request: ListRequest) {
  return listVisible<OrganizationRow>(db, visible, organizationList, request);
}

export function countOrganizations(
  db: Database,
  visible: Visible<'organizations'>,
  request: Omit<ListRequest, 'sort' | 'limit' | 'after'>,
) {
  return countVisible(db, visible, organizationList, request);
}

/** The currency that organizations have unless another is named. */
export async function companyCurrency(db: Database): Promise<string> {
  const { currency } = await db.q.selectFrom('company_settings').select('currency').executeTakeFirstOrThrow();
  return currency;
}

export async function insertOrganization(db: Database, values: Omit<NewRow<'organizations'>, 'id'>) {
  return db.q
    .insertInto('organizations')
    .values({ ...values, id: newId() })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function changeOrganization(
  db: Database,
  id: string,
  changes: RowChanges<'organizations'>,
  now: Date,
) {
  return db.q
    .updateTable('organizations')
    .set((row) => ({ ...changes, updated_at: now, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Rows as their reader sees them, with names of what they refer to. */
export async function shapeOrganizations(
  db: Database,
  subject: Subject,
  rows: readonly OrganizationRow[],
): Promise<Organization[]> {
  const names = await allNames(
    db,
    rows.flatMap((row) => [row.account_executive_id, row.partner_account_executive_id]),
    rows.map((row) => row.parent_partner_id),
  );
  return rows.map((row) => ({
    ...row,
    partner: reference(names, row.parent_partner_id),
    account_executive: reference(names, row.account_executive_id),
    partner_account_executive: reference(names, row.partner_account_executive_id),
    account_balance: { amount: row.account_balance, currency: row.currency },
    credit_balance: { amount: row.credit_balance, currency: row.currency },
    last_payment:
      row.last_payment_amount === null ? null : { amount: row.last_payment_amount, currency: row.currency },
    last_payment_at: row.last_payment_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    can: canOnRow(subject, 'organizations', row),
  }));
}
