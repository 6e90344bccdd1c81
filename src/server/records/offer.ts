import { sql } from 'kysely';
import { any, type Rule } from '../../access/rule.ts';
import { ruleFor } from '../../access/subject.ts';
import { Parameters, ruleToSql } from '../../access/to-sql.ts';
import type { Database } from '../db/database.ts';
import { likePattern, searchText } from '../db/list-branches.ts';
import type { SessionSubject } from '../http/session-subject.ts';

/** What is asked for: a part of the name or e-mail, and how many. */
interface Asked {
  readonly q?: string | undefined;
  readonly limit: number;
}

/**
 * Everybody but customers who matches, by name; whom of them the reader may be offered is for the caller to say. By e-mail
 * are found those whom the reader may view, and they themselves: of anybody else, it could be guessed letter by letter.
 */
export function staffNamed(db: Database, subject: SessionSubject, { q, limit }: Asked) {
  const pattern = likePattern(searchText({ q }));
  const own: Rule = { kind: 'equals', column: 'id', value: subject.userId };
  const viewed = conditionOf(any(own, ruleFor(subject, 'users.view')));
  return (
    db.q
      .selectFrom('users')
      .select(['id', 'first_name', 'last_name', 'partner_id'])
      // In the words of the index that has their names alone, among those of very many customers.
      .where(sql<boolean>`role_type <> 'customer'`)
      .where('search_text', 'like', pattern)
      .where(sql<boolean>`(folded(first_name || ' ' || last_name) like ${pattern} or ${viewed})`)
      .orderBy('last_name')
      .orderBy('first_name')
      .orderBy('id')
      .limit(limit)
  );
}

function conditionOf(rule: Rule) {
  const parameters = new Parameters();
  const parts = ruleToSql(rule, parameters, 'users').split(/\$(\d+)/);
  const fragments = parts.map((part, at) =>
    at % 2 === 0 ? sql.raw(part) : sql.val(parameters.values[Number(part) - 1]),
  );
  return sql.join(fragments, sql``);
}

/** What a choice offers of what was asked for with one more than its limit. */
export function offer<T>(found: readonly T[], limit: number): { items: T[]; more: boolean } {
  return { items: found.slice(0, limit), more: found.length > limit };
}
