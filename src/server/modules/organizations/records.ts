import { organizations as contract } from '../../../contract/organizations.ts';
import { daysFrom, daysTo } from '../../db/list-filters.ts';
import { allNames, reference } from '../../db/names.ts';
import type { Row } from '../../db/tables.ts';
import { defineRecords } from '../../records/define-records.ts';

export type OrganizationRow = Row<'organizations'>;

export const organizations = defineRecords(
  contract,
  async (db, _subject, rows) => {
    const names = await allNames(
      db,
      rows.flatMap((row) => [row.account_executive_id, row.partner_account_executive_id]),
      rows.map((row) => row.parent_partner_id),
    );
    return (row) => ({
      ...row,
      partner: reference(names, row.parent_partner_id),
      account_executive: reference(names, row.account_executive_id),
      partner_account_executive: reference(names, row.partner_account_executive_id),
      account_balance: { amount: row.account_balance, currency: row.currency },
      credit_balance: { amount: row.credit_balance, currency: row.currency },
      last_payment:
        row.last_payment_amount === null ? null : { amount: row.last_payment_amount, currency: row.currency },
    });
  },
  {
    created_from: daysFrom('created_at', 'timestamptz'),
    created_to: daysTo('created_at', { type: 'timestamptz' }),
  },
);
