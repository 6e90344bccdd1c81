import { decide } from '../../../access/decide.ts';
import type { Subject } from '../../../access/subject.ts';
import type { Case } from '../../../contract/cases.ts';
import type { Database } from '../../db/database.ts';
import type { Row } from '../../db/tables.ts';
import { invalid } from '../../http/problem.ts';

type Link = NonNullable<Case['link']>;
type Columns = 'subscription_id' | 'invoice_id';
/** `undefined` is what was not sent, null is none. */
export type LinkValues = { readonly [C in Columns]?: string | null | undefined };

const linkable = [
  { column: 'subscription_id', resource: 'subscriptions', one: 'subscription' },
  { column: 'invoice_id', resource: 'invoices', one: 'invoice' },
] as const;

/** What cases are about, by the id of the record, as far as its reader may view it. */
export async function linksFor(
  db: Database,
  subject: Subject,
  rows: readonly Pick<Row<'cases'>, Columns>[],
): Promise<ReadonlyMap<string, Link>> {
  const links = new Map<string, Link>();
  for (const { column, resource } of linkable) {
    const ids = rows.map((row) => row[column]).filter((id) => id !== null);
    const found = await rowsOf(db, resource, ids);
    for (const row of found.filter((one) => decide(subject, `${resource}.view`, one).allowed))
      links.set(row.id, { resource, id: row.id, number: row.number });
  }
  return links;
}

/** The columns to write. What it is about is of the same organization and the person may view it; one replaces the other. */
export async function linkColumns(
  db: Database,
  subject: Subject,
  organizationId: string,
  values: LinkValues,
): Promise<LinkValues> {
  if (values.subscription_id && values.invoice_id)
    throw invalid('invoice_id', 'A case is about a subscription or an invoice, not both');
  for (const { column, resource, one } of linkable) {
    const id = values[column];
    if (!id) continue;
    const [row] = await rowsOf(db, resource, [id]);
    const fits = row?.organization_id === organizationId && decide(subject, `${resource}.view`, row).allowed;
    if (!fits) throw invalid(column, `There is no such ${one}`);
    return { subscription_id: null, invoice_id: null, [column]: id };
  }
  return { subscription_id: values.subscription_id, invoice_id: values.invoice_id };
}

async function rowsOf(db: Database, table: 'subscriptions' | 'invoices', ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db.raw<{ id: string; number: string; organization_id: string; [column: string]: unknown }>(
    `select * from ${table} where id = any($1::uuid[])`,
    [[...new Set(ids)]],
  );
}
