import { products as contract } from '../../../contract/products.ts';
import type { Row } from '../../db/tables.ts';
import { defineRecords } from '../../records/define-records.ts';

export type ProductRow = Row<'products'>;

export const products = defineRecords(contract, async (db, _subject, rows) => {
  const ids = rows.map((row) => row.id);
  const counted = await db.raw<{ product_id: string; count: number }>(
    'select product_id, count(*) as count from plans where product_id = any($1::uuid[]) and active group by product_id',
    [ids],
  );
  const plans = new Map(counted.map(({ product_id, count }) => [product_id, Number(count)]));
  return (row) => ({ ...row, offered_plans: row.active ? (plans.get(row.id) ?? 0) : 0 });
});
