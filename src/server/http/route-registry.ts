import '@fastify/cookie';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { decide } from '../../access/decide.ts';
import type { RouteSpec } from '../../contract/route.ts';
import { type RouteTable, routeKeys, routeSpec } from '../../contract/routes.ts';
import type { AppContext } from '../app-context.ts';
import { requirePermission, requireRecord } from './access-gate.ts';
import { apiBase } from './api-base.ts';
import { callerOf, enter } from './caller.ts';
import type { Context, FileAnswer, Handlers } from './handlers.ts';
import {
  type Attempt,
  beginAttempt,
  earlierAnswer,
  type KeptAnswer,
  keepAnswer,
  sendKept,
} from './idempotency.ts';
import { Problem } from './problem.ts';
import { requireVersion } from './require-version.ts';
import { responseSchema } from './response-schema.ts';
import { cookieOptions, loginAsCookie, sessionCookie } from './session-cookie.ts';
import type { SessionSubject } from './session-subject.ts';
import { ifMatchOf, validate } from './validate.ts';

type AnyHandler = (context: unknown) => Promise<unknown>;

/** Registers every route of the contract. Nothing else adds a route below the API's base. */
export function registerRoutes(
  server: FastifyInstance,
  app: AppContext,
  handlers: Handlers<RouteTable>,
): void {
  for (const key of routeKeys) {
    // The one place where a handler's exact types are given up: what it is called with was checked against its own schemas.
    registerRoute(server, app, { key, spec: routeSpec(key), handler: handlers[key] as AnyHandler });
  }
}

interface Route {
  readonly key: string;
  readonly spec: RouteSpec;
  readonly handler: AnyHandler;
}

/** Registers one route. */
export function registerRoute(server: FastifyInstance, app: AppContext, route: Route): void {
  const { key, spec } = route;
  if (spec.idempotent && (spec.ownTransaction || spec.file || spec.access.kind === 'anyone')) {
    throw new Error(`${key}: an idempotent route has a person, one transaction and an answer to keep`);
  }
  const space = key.indexOf(' ');
  server.route({
    method: key.slice(0, space),
    url: `${apiBase}${key.slice(space + 1)}`,
    ...(spec.bodyLimit ? { bodyLimit: spec.bodyLimit, onRequest: gateBefore(app, spec) } : {}),
    schema: spec.output ? { response: { '2xx': responseSchema(spec.output) } } : {},
    handler: (request, reply) => answer({ app, ...route, request, reply }),
  });
}

interface Call {
  readonly app: AppContext;
  readonly key: string;
  readonly spec: RouteSpec;
  readonly handler: AnyHandler;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answer(call: Call): Promise<unknown> {
  const { spec, reply, request, app } = call;
  const subject = await permittedSubject(call);
  const unsafe = request.method !== 'GET' && request.method !== 'HEAD';
  // Asked again inside of the transaction: it may have waited for one that took the person's rights away.
  const result =
    unsafe && !spec.ownTransaction
      ? await app.db.transaction(async () => handle(call, await permittedSubject(call), unsafe))
      : await handle(call, subject, unsafe);
  if (spec.idempotent) return sendKept(reply, result as KeptAnswer);
  if (spec.file) return sendFile(reply, spec.file, result);
  if (!spec.output) return reply.code(spec.status ?? 204).send();
  reply.code(spec.status ?? 200);
  return result;
}

function sendFile(reply: FastifyReply, type: NonNullable<RouteSpec['file']>, result: unknown): FastifyReply {
  if (type === 'text/csv')
    return reply.type('text/csv; charset=utf-8').send(Readable.from(result as AsyncIterable<string>));
  const { name, content, inline = false } = result as FileAnswer;
  // Numbers can come with an import: only what no header takes for something else stays in the name.
  const safe = name.replace(/[^\w.-]+/g, '_');
  const how = inline ? 'inline' : 'attachment';
  return reply.type(type).header('content-disposition', `${how}; filename="${safe}"`).send(content);
}

/** Large bodies are read from people who may send them only. */
function gateBefore(app: AppContext, spec: RouteSpec) {
  return async (request: FastifyRequest): Promise<void> => {
    await permittedSubject({ app, spec, request });
  };
}

async function permittedSubject({
  app,
  spec,
  request,
}: Pick<Call, 'app' | 'spec' | 'request'>): Promise<SessionSubject | null> {
  const { access } = spec;
  if (access.kind === 'anyone') return null;
  const subject = await callerOf(app, request);
  if (!subject) throw new Problem('session/required');
  enter(subject, spec, request);
  if (access.kind === 'permit') requirePermission(subject, access.permission);
  return subject;
}

async function handle(call: Call, subject: SessionSubject | null, unsafe: boolean): Promise<unknown> {
  const { app, spec, request, handler, reply } = call;
  const params = request.params as Record<string, string>;
  const attempt = await attemptOf(call, subject);
  // A twin under way holds the record too: asking for its lock would only mean waiting for it.
  const lock = unsafe && attempt?.inFlight !== true;
  const record =
    spec.access.kind === 'permit' && subject && 'id' in params
      ? await requireRecord(app.db, subject, spec.access.permission, params.id, lock)
      : undefined;
  const earlier = attempt ? await earlierAnswer(app.db, attempt) : null;
  if (earlier) return earlier;
  const ifMatch = ifMatchOf(request.headers['if-match']);
  if (spec.versioned && ifMatch === null) throw new Problem('request/version-required');
  const query = validate(spec.query, request.query);
  const body = validate(spec.body, request.body);
  if (spec.versioned && record) await requireVersion(app.db, record, ifMatch);
  const result = await handler({
    subject,
    params,
    query,
    body,
    record,
    ifMatch,
    address: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    ...cookieSetters(app, reply),
    again: () => askAgain(call),
  });
  return attempt ? keep(call, attempt, result) : result;
}

/** A session that begins or ends leaves nothing of an earlier log in as beside it. */
function cookieSetters(
  { config }: AppContext,
  reply: FastifyReply,
): Pick<Context, 'setSession' | 'setLoginAs'> {
  const options = cookieOptions(config);
  const setLoginAs: Context['setLoginAs'] = (token) => {
    if (token === null) reply.clearCookie(loginAsCookie, options);
    else reply.setCookie(loginAsCookie, token, options);
  };
  return {
    setLoginAs,
    setSession: (token, expires) => {
      if (token === null) reply.clearCookie(sessionCookie, options);
      else reply.setCookie(sessionCookie, token, expires ? { ...options, expires } : options);
      setLoginAs(null);
    },
  };
}

/** The attempt of a route that must have its effect once; null on every other. */
async function attemptOf(call: Call, subject: SessionSubject | null): Promise<Attempt | null> {
  const { app, spec, key, request } = call;
  if (!spec.idempotent || !subject) return null;
  return beginAttempt({ db: app.db, userId: subject.userId, route: key, request, now: app.clock() });
}

/** Stores the answer as the text it is sent as, so that a repetition is the same to the byte. */
function keep({ app, spec, reply }: Call, attempt: Attempt, result: unknown): Promise<KeptAnswer> {
  const status = spec.status ?? (spec.output ? 200 : 204);
  const body = spec.output ? String(reply.code(status).serialize(result)) : null;
  return keepAnswer(app.db, attempt, status, body);
}

async function askAgain(call: Call): Promise<SessionSubject | null> {
  const { access } = call.spec;
  const subject = await callerOf(call.app, call.request);
  if (!subject || access.kind !== 'permit') return subject;
  return decide(subject, access.permission).allowed ? subject : null;
}
