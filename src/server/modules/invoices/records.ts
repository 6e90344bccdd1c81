import { daysOverdue } from '../../../billing/overdue.ts';
import { invoices as contract } from '../../../contract/invoices.ts';
import { calendarDate, companyTimeZone } from '../../company-date.ts';
import { daysFrom, daysTo } from '../../db/list-filters.ts';
import { organizationsOf } from '../../db/names.ts';
import { numbered, numbersOf } from '../../db/numbers.ts';
import type { Row } from '../../db/tables.ts';
import { defineRecords } from '../../records/define-records.ts';
import { byAge } from './ages.ts';

export type InvoiceRow = Row<'invoices'>;

export const invoices = defineRecords(
  contract,
  async (db, subject, rows) => {
    const organizationOf = await organizationsOf(db, rows);
    const subscriptions = await numbersOf(
      db,
      'subscriptions',
      rows.map((row) => row.subscription_id),
    );
    const today = calendarDate(subject.now, await companyTimeZone(db));
    return (row) => ({
      ...row,
      organization: organizationOf(row),
      subscription: numbered(subscriptions, row.subscription_id),
      amount: { amount: row.amount, currency: row.currency },
      balance: { amount: row.balance, currency: row.currency },
      days_overdue: row.status === 'open' ? daysOverdue(row.due_on, today) : 0,
    });
  },
  { age: byAge, due_from: daysFrom('due_on'), due_to: daysTo('due_on') },
);
