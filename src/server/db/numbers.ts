import type { Database } from './database.ts';

type Numbered = 'subscriptions' | 'invoices' | 'payments' | 'credits';

/** The numbers that people quote, by id; nulls are passed over. */
export async function numbersOf(
  db: Database,
  table: Numbered,
  ids: Iterable<string | null>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set([...ids].filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  // One text however many ids there are: each text is a plan that every connection keeps.
  const text = `select id, number from ${table} where id = any($1::uuid[])`;
  const rows = await db.raw<{ id: string; number: string }>(text, [wanted]);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** A reference as the API shows it: id and number, or null. */
export function numbered(
  known: ReadonlyMap<string, string>,
  id: string | null,
): { id: string; number: string } | null {
  return id === null ? null : { id, number: known.get(id) ?? '' };
}
