import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { likePattern, searchText } from '../db/list-branches.ts';

/** What is asked for: a part of the name or e-mail, and how many. */
interface Asked {
  readonly q?: string | undefined;
  readonly limit: number;
}

/** Everybody but customers who matches, by name; whom of them the reader may be offered is for the caller to say. */
export function staffNamed(db: Database, { q, limit }: Asked) {
  return (
    db.q
      .selectFrom('users')
      .select(['id', 'first_name', 'last_name', 'partner_id'])
      // In the words of the index that has their names alone, among those of very many customers.
      .where(sql<boolean>`role_type <> 'customer'`)
      .where('search_text', 'like', likePattern(searchText({ q })))
      .orderBy('last_name')
      .orderBy('first_name')
      .orderBy('id')
      .limit(limit)
  );
}

/** What a choice offers of what was asked for with one more than its limit. */
export function offer<T>(found: readonly T[], limit: number): { items: T[]; more: boolean } {
  return { items: found.slice(0, limit), more: found.length > limit };
}
