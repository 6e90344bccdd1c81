import type { Handled, RouteKey } from '../../contract/routes.ts';
import type { Row, Tables } from '../db/tables.ts';
import type { SessionSubject } from './session-subject.ts';

type SubjectOf<A> = A extends { kind: 'anyone' } ? null : SessionSubject;
type ResourceOf<A> = A extends { permission: `${infer R}.${string}` } ? R : never;
type RecordOf<K extends RouteKey> = K extends `${string}/:id${string}`
  ? ResourceOf<Handled[K]['access']> extends infer R extends keyof Tables
    ? Row<R>
    : undefined
  : undefined;

/** What a handler is given: everything already checked. */
export interface Context<K extends RouteKey = RouteKey> {
  readonly subject: SubjectOf<Handled[K]['access']>;
  readonly params: Handled[K]['params'];
  readonly query: Handled[K]['query'];
  readonly body: Handled[K]['body'];
  /** The record of `:id`: visible, permitted, of the expected version; locked when the request may change it. */
  readonly record: RecordOf<K>;
  /** The version of `If-Match`, where the request has one. */
  readonly ifMatch: number | null;
  readonly address: string;
  readonly userAgent: string | null;
  /** Sets the session cookie, or removes it. */
  readonly setSession: (token: string | null, expires?: Date) => void;
  /** Sets the cookie of a log in as, beside that of the own session, or removes it. */
  readonly setLoginAs: (token: string | null) => void;
  /** The subject as it is now: long work asks again before each part. Null when they lost their session or the permission. */
  readonly again: () => Promise<SessionSubject | null>;
}

/** A document that is answered whole. */
export interface FileAnswer {
  readonly name: string;
  readonly content: Buffer;
  /** Shown by the browser instead of kept. */
  readonly inline?: boolean;
}

type Answer<K extends RouteKey> = Handled[K]['file'] extends 'text/csv'
  ? AsyncIterable<string>
  : Handled[K]['file'] extends 'application/pdf'
    ? FileAnswer
    : Handled[K]['output'];

export type Handler<K extends RouteKey> = (context: Context<K>) => Promise<Answer<K>>;

/** The handlers of a route table of the contract, one for each of its routes. */
export type Handlers<T> = { readonly [K in keyof T & RouteKey]: Handler<K> };

/** One entry of a handler table, for handlers that are made per resource: its key is kept as a literal. */
export function handler<const K extends string, const H>(key: K, handle: H): { [P in K]: H } {
  return { [key]: handle } as { [P in K]: H };
}
