import { ApiProblem, type ProblemBody } from './api-problem.ts';
import type { Routes } from './api-types.ts';

export type RouteKey = keyof Routes & string;
export type Output<K extends RouteKey> = Routes[K]['output'];
export type Query<K extends RouteKey> = Routes[K]['query'];
export type Body<K extends RouteKey> = Routes[K]['body'];
export type Params<K extends RouteKey> = Routes[K]['params'];

export type CallOptions<K extends RouteKey> = {
  params?: Params<K>;
  query?: Query<K>;
  body?: Body<K>;
  /** The version the change was made from. */
  ifMatch?: number;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

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

/** The address of a route: for links that download a file. */
export function apiUrl<K extends RouteKey>(
  key: K,
  options: Pick<CallOptions<K>, 'params' | 'query'> = {},
): string {
  const path = key.slice(key.indexOf(' ') + 1);
  const params: Record<string, unknown> = isRecord(options.params) ? options.params : {};
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  return `${base}${filled}${queryText(options.query)}`;
}

/** One call of the API, typed by its route; throws an ApiProblem for every refusal and failure. */
export async function api<K extends RouteKey>(key: K, options: CallOptions<K> = {}): Promise<Output<K>> {
  const request: RequestInit = { method: key.slice(0, key.indexOf(' ')), headers: headersOf(options) };
  if (options.body !== undefined) request.body = bodyOf(options.body);
  if (options.signal) request.signal = options.signal;
  const response = await fetch(apiUrl(key, options), request).catch(unreachable);
  const text = await response.text();
  const answer: unknown = text && isJson(response) ? JSON.parse(text) : text;
  if (response.ok) return answer as Output<K>;
  if (response.status === 401 && !key.endsWith(' /session'))
    for (const listener of signedOutListeners) listener();
  throw new ApiProblem(problemOf(answer, response));
}

function headersOf(options: { body?: unknown; ifMatch?: number; headers?: Record<string, string> }) {
  return {
    accept: 'application/json',
    ...(options.body === undefined || options.body instanceof FormData
      ? {}
      : { 'content-type': 'application/json' }),
    ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
    ...options.headers,
  };
}

function bodyOf(body: unknown): BodyInit {
  return body instanceof FormData ? body : JSON.stringify(body);
}

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.includes('json') ?? false;
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
