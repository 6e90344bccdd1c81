import { z } from 'zod';
import type { Access } from './access.ts';

/** One route as data: server routes, API description and the page's client derive from it. */
export interface RouteSpec {
  readonly access: Access;
  readonly says: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Absent: 204 without a body. */
  readonly output?: z.ZodType;
  /** Answers a file instead of JSON. */
  readonly file?: 'text/csv' | 'application/pdf';
  readonly status?: 200 | 201 | 202;
  /** The change carries the version it was made from in `If-Match`. */
  readonly versioned?: true;
  /** The handler opens its own transactions: hashing a password must not hold one open. */
  readonly ownTransaction?: true;
  /**
   * Needs an `Idempotency-Key`: the same key and request is answered again without being done again.
   * For routes that must not happen twice, money first of all. Not together with `ownTransaction` or `file`.
   */
  readonly idempotent?: true;
  /**
   * May be called by somebody who is logged in as another person. Absent: refused there, so a new route is closed until
   * somebody decided otherwise. Never for what is the person's own: passwords, sessions, payment methods, preferences.
   */
  readonly insideLoginAs?: true;
  /** Bytes; 1 MiB unless said otherwise. */
  readonly bodyLimit?: number;
}

/** Keeps the literal types of a route table. */
export function defineRoutes<const T extends Record<`${string} /${string}`, RouteSpec>>(routes: T): T {
  return routes;
}

export const uuid = z.uuid();
export const optionalText = (max: number) => z.string().trim().max(max).nullable();
/**
 * One line: names stand in mails, logs and tables, and a second line could pass for a text of the product. So could what
 * follows a sign that turns the direction of text; marks that only order letters of one's own language may stay.
 */
export const requiredText = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'Must not be empty')
    .max(max)
    .regex(/^$|[^\s\p{Cf}\p{DI}\u2800]/u, 'Must have letters or signs that can be seen')
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'Must be on one line')
    .regex(/^[^\u202A-\u202E\u2066-\u2069]*$/u, 'Must not turn the direction of text');
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email('Must be an e-mail address'));
export const person = z.object({ id: uuid, name: z.string() });
export const timestamp = z.iso.datetime();
export const money = z.object({ amount: z.int(), currency: z.string() });
/** A day that a list is narrowed to, `YYYY-MM-DD`. */
export const day = z.iso.date().refine((text) => /^(19|2\d)/.test(text), 'Must be a date from 1900 on');
export const can = z.record(z.string(), z.boolean());
export const empty = z.strictObject({});

/** `true` and `false` as they stand in a query string. */
export const limit = z.coerce.number().int().min(1).max(200).default(50);

/** The query of a choice among many: a part of what they are called, and how many to offer. */
export const offerQuery = z.strictObject({ q: z.string().trim().max(200).optional(), limit });

/** The first of what can be chosen, in order, and whether there is more, for a longer text to find. */
export function offerOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), more: z.boolean() });
}

/** Narrows a list to what another person sees too, for those who may view that person. */
export const seenBy = { seen_by: uuid.optional() };

/** The query every list takes, with the filters of its resource. Unknown names are refused. */
export function listQuery<const S extends readonly [string, ...string[]], F extends z.ZodRawShape>(
  sorts: S,
  filters: F,
) {
  return z.strictObject({
    q: z.string().trim().max(200).optional(),
    sort: z.enum(sorts).default(sorts[0] as S[number]),
    limit,
    after: z.string().max(1000).optional(),
    ...filters,
  });
}

/** The query of a count: what a list takes, less order and paging. */
export function countQuery<F extends z.ZodRawShape>(filters: F) {
  return z.strictObject({ q: z.string().trim().max(200).optional(), ...filters });
}

/** The query of an export: what a list takes, less paging. */
export function exportQuery<const S extends readonly [string, ...string[]], F extends z.ZodRawShape>(
  sorts: S,
  filters: F,
) {
  return listQuery(sorts, filters).omit({ limit: true, after: true });
}

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export const countOutput = z.object({ count: z.int(), capped: z.boolean() });

/** `from` is absent where a field only names something, rather than a value that became another. */
export const change = z.object({ field: z.string(), from: z.unknown().optional(), to: z.unknown() });

/** Names of the records whose ids stand in changes, by id, as far as their reader may view them. */
export const changeNames = z.record(uuid, z.string());

/** What was recorded about a record, as the reader of its page may know it; amounts in changes are money. */
export const historyEntry = z.object({
  id: uuid,
  at: timestamp,
  /** The company itself, where the reader may not know which of its people it was. */
  actor_name: z.string(),
  /** As whom, where the actor was logged in as somebody else. */
  subject_name: z.string().nullable(),
  action: z.string(),
  outcome: z.enum(['allowed', 'refused']),
  changes: z.array(change),
  names: changeNames,
});

/** The history of one record. */
export const history = z.object({ items: z.array(historyEntry) });
