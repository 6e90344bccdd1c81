import type { Routes } from '../../contract/routes.ts';
import { ApiProblem, type ProblemBody } from './api-problem.ts';
import { drawFor, isPersonChange, personHeader, tellPersonChange } from './person.ts';

export type RouteKey = keyof Routes;
export type Output<K extends RouteKey> = Routes[K]['output'];
/** Names as in the contract; values may be texts from the page's address, which the server checks. */
export type Query<K extends RouteKey> = Loosened<Routes[K]['query']>;
export type Body<K extends RouteKey> = Routes[K]['body'];
export type Params<K extends RouteKey> = Routes[K]['params'];

type Loosened<Q> = { [P in keyof Q]: Q[P] | string | undefined };

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { [P in Name]?: undefined }
  : Record<never, never> extends Value
    ? { [P in Name]?: Value }
    : { [P in Name]: Value };

export type LooseOptions = {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  /** The version the change was made from. */
  ifMatch?: number;
  /** Names the attempt: the same key on every retry of it. From `useIdempotencyKey`. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};

/** What a route takes: params, query and body as its contract declares them, left out where it declares none. */
export type CallOptions<K extends RouteKey> = LooseOptions &
  Part<'params', Params<K>> &
  Part<'query', Query<K>> &
  Part<'body', Body<K>> &
  (Routes[K]['idempotent'] extends true ? { idempotencyKey: string } : { idempotencyKey?: never });

type AddressOptions<K extends RouteKey> = Part<'params', Params<K>> & Part<'query', Query<K>>;

/** The options may be left out where nothing in them is required. */
export type Given<Options> = Record<never, never> extends Options ? [options?: Options] : [options: Options];

const base = '/api/v1';
const signedOutListeners = new Set<() => void>();

/** Calls back whenever the API says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function queryText(query: unknown): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(isRecord(query) ? query : {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

/** The address of a route whose key was put together. */
export function addressOf(key: string, options: LooseOptions): string {
  const path = key.slice(key.indexOf(' ') + 1);
  const params = isRecord(options.params) ? options.params : {};
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  return `${base}${filled}${queryText(options.query)}`;
}

/** The address of a route: for links that download a file. */
export function apiUrl<K extends RouteKey>(key: K, ...[options]: Given<AddressOptions<K>>): string {
  return addressOf(key, options ?? {});
}

/** One call of the API, typed by its route; throws an ApiProblem for every refusal and failure. */
export function api<K extends RouteKey>(key: K, ...[options]: Given<CallOptions<K>>): Promise<Output<K>> {
  return call<Output<K>>(key, options ?? {});
}

/** The same, for code that does not know which route it passes on: what it answers is the caller's to say. */
export async function call<T>(key: string, options: LooseOptions): Promise<T> {
  const request: RequestInit = { method: key.slice(0, key.indexOf(' ')), headers: headersOf(options) };
  if (options.body !== undefined) request.body = JSON.stringify(options.body);
  if (options.signal) request.signal = options.signal;
  const response = await fetch(addressOf(key, options), request).catch(unreachable);
  if (response.ok && changesPerson.test(key)) drawFor(null);
  const text = await response.text();
  const answer: unknown = text && isJson(response) ? JSON.parse(text) : undefined;
  // The contract, which the server's answers are cut to, is what makes this true.
  if (response.ok) return answer as T;
  const problem = problemOf(answer, response);
  if (isPersonChange(problem.code)) tellPersonChange(problem.code);
  else if (response.status === 401 && !key.endsWith(' /session')) {
    drawFor(null);
    for (const listener of signedOutListeners) listener();
  }
  throw new ApiProblem(problem);
}

/** Signing in and out: what comes next is asked by, or for, somebody else. */
const changesPerson = /^(POST|DELETE) \/(demo\/)?sessions?$/;

function headersOf(options: LooseOptions): Record<string, string> {
  return {
    accept: 'application/json',
    ...personHeader(),
    ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
    ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
  };
}

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.includes('json') ?? false;
}

/** Throws what a call throws, when nobody answers. */
export async function requireServer(): Promise<void> {
  await fetch('/health').catch(unreachable);
}

function unreachable(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  throw new ApiProblem({ title: '', status: 0, code: 'unreachable' });
}

function problemOf(answer: unknown, response: Response): ProblemBody {
  if (isRecord(answer) && typeof answer.code === 'string' && typeof answer.title === 'string') {
    return { ...answer, title: answer.title, code: answer.code, status: response.status };
  }
  return { title: response.statusText, status: response.status, code: `http-${response.status}` };
}
