import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AppContext } from '../app-context.ts';
import { Problem } from './problem.ts';
import { currentRequest, inRequest } from './request-context.ts';
import { sessionCookie } from './session-cookie.ts';
import { hashToken } from './session-subject.ts';

const directives = {
  'default-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** What every request passes before its route: a context of its own, headers, cross-site and rate checks. */
export async function registerGuards(server: FastifyInstance, app: AppContext): Promise<void> {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    inRequest(
      { requestId: request.id, address: request.ip.slice(0, 100), actor: null, decisionId: null },
      done,
    );
  });
  await server.register(cookie);
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    hsts: app.config.baseUrl.startsWith('https:'),
  });
  // A cookie counts as a caller once it has opened something: made-up ones count for their address.
  const sessions = new Set<string>();
  server.addHook('onSend', async (request) => {
    const key = currentRequest().actor ? sessionKeyOf(request) : null;
    if (key === null) return;
    if (sessions.size >= 20_000) sessions.clear();
    sessions.add(key);
  });
  await server.register(rateLimit, {
    max: app.config.requestsPerMinute,
    timeWindow: 60_000,
    cache: 20_000,
    keyGenerator: (request) => {
      const key = sessionKeyOf(request);
      return key !== null && sessions.has(key) ? key : request.ip;
    },
    allowList: (request) => !isApi(request),
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('request/too-many', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  });
  server.addHook('onRequest', async (request, reply) => {
    if (isApi(request)) reply.header('cache-control', 'no-store');
    if (request.method !== 'GET' && request.method !== 'HEAD' && crossSite(request)) {
      throw new Problem('request/cross-site');
    }
  });
  server.removeContentTypeParser('text/plain');
}

/** Asked of the route that was found: the address itself can be written in other ways, such as `/%61pi/`. */
function isApi(request: FastifyRequest): boolean {
  return (request.routeOptions.url ?? request.url).startsWith('/api/');
}

function sessionKeyOf(request: FastifyRequest): string | null {
  const token = request.cookies[sessionCookie];
  return token ? hashToken(token).toString('base64') : null;
}

/** Browsers say where a request comes from; programs without a browser say nothing and carry no ambient cookie. */
function crossSite({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (headers.origin === undefined) return false;
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== headers.host;
}

export function requestId(): string {
  return randomUUID();
}
