import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AppContext } from '../app-context.ts';
import { Problem } from './problem.ts';
import { inRequest } from './request-context.ts';
import { sessionCookie } from './session-cookie.ts';
import { hashToken } from './session-subject.ts';

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
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    hsts: app.config.baseUrl.startsWith('https:'),
  });
  await server.register(rateLimit, {
    max: app.config.requestsPerMinute,
    timeWindow: 60_000,
    cache: 20_000,
    keyGenerator: callerOf,
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('request/too-many', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  });
  server.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    if (request.method !== 'GET' && request.method !== 'HEAD' && crossSite(request)) {
      throw new Problem('request/cross-site');
    }
  });
  server.removeContentTypeParser('text/plain');
}

function callerOf(request: FastifyRequest): string {
  const token = request.cookies[sessionCookie];
  return token ? hashToken(token).toString('base64') : request.ip;
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
