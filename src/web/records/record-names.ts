import { resourceSpec } from '../../catalog/catalog.ts';
import { fullName } from '../lib/format.ts';
import { methodKinds } from '../texts/payment-methods.ts';
import type { Listed, RowOf } from './record-queries.ts';

export type RecordName = { name: string; note?: string | null };

/** How one record is called: in lists, on its page, in questions about it and in the search of the whole portal. */
const names: { readonly [R in Listed]: (row: RowOf<R>) => RecordName } = {
  organizations: (row) => ({ name: row.name, note: row.number }),
  contacts: (row) => ({ name: fullName(row), note: row.email }),
  cases: (row) => ({ name: row.number, note: row.subject }),
  products: (row) => ({ name: row.name, note: row.code }),
  orders: (row) => ({ name: row.number, note: row.organization.name }),
  subscriptions: (row) => ({ name: row.number, note: row.organization.name }),
  invoices: (row) => ({ name: row.number, note: row.organization.name }),
  payments: (row) => ({ name: row.number, note: row.organization.name }),
  payment_methods: (row) => ({
    name: `${row.brand ?? methodKinds[row.kind]} •••• ${row.last_four}`,
    note: row.organization.name,
  }),
  credits: (row) => ({ name: row.number, note: row.organization.name }),
  articles: (row) => ({ name: row.title, note: row.category }),
  users: (row) => ({ name: fullName(row), note: row.email }),
};

export const listedResources = Object.keys(names) as readonly Listed[];

export function recordName<R extends Listed>(resource: R, row: RowOf<R>): RecordName {
  return names[resource](row);
}

/** The words of the catalog: "organization" and "Organizations". */
export function wordsOf(resource: Listed): { one: string; many: string } {
  const { one, label } = resourceSpec(resource);
  return { one, many: label };
}
