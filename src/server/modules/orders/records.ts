import { orders as contract } from '../../../contract/orders.ts';
import { allNames, reference } from '../../db/names.ts';
import { numbered, numbersOf } from '../../db/numbers.ts';
import type { Row } from '../../db/tables.ts';
import { defineRecords } from '../../records/define-records.ts';

export type OrderRow = Row<'orders'>;

export const orders = defineRecords(contract, async (db, _subject, rows) => {
  const names = await allNames(
    db,
    rows.map((row) => row.created_by),
    rows.map((row) => row.organization_id),
  );
  const subscriptions = await numbersOf(
    db,
    'subscriptions',
    rows.map((row) => row.subscription_id),
  );
  return (row) => ({
    ...row,
    organization: { id: row.organization_id, name: names.get(row.organization_id) ?? '' },
    subscription: numbered(subscriptions, row.subscription_id),
    total: { amount: row.total, currency: row.currency },
    placed_by: reference(names, row.created_by),
  });
});
