import { credits as contract } from '../../../contract/credits.ts';
import { shownLine } from '../../commerce/proposal.ts';
import { organizationsOf } from '../../db/names.ts';
import { numbered, numbersOf } from '../../db/numbers.ts';
import type { Row } from '../../db/tables.ts';
import { defineRecords } from '../../records/define-records.ts';

export type CreditRow = Row<'credits'>;

export const credits = defineRecords(contract, async (db, _subject, rows) => {
  const organizationOf = await organizationsOf(db, rows);
  const subscriptions = await numbersOf(
    db,
    'subscriptions',
    rows.map((row) => row.subscription_id),
  );
  return (row) => ({
    ...row,
    organization: organizationOf(row),
    subscription: numbered(subscriptions, row.subscription_id),
    amount: { amount: row.amount, currency: row.currency },
    remaining: { amount: row.remaining, currency: row.currency },
    lines: row.lines.map(shownLine),
  });
});
