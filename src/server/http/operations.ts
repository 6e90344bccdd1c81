import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { AppContext } from '../app-context.ts';
import { catalogFingerprint } from '../catalog-fingerprint.ts';
import { readFingerprint } from '../db/installation.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { version } from '../version.ts';
import { docsPage } from './docs-page.ts';
import { openApi } from './openapi.ts';
import { Problem } from './problem.ts';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Health, readiness, metrics and the API description: no records, no session. */
export function registerOperations(server: FastifyInstance, app: AppContext): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'ambit_http_request_seconds',
    help: 'Time to answer a request, by route and status class',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    seconds.observe(
      { method: request.method, route, status: `${Math.floor(reply.statusCode / 100)}xx` },
      reply.elapsedTime / 1000,
    );
  });
  server.get('/health', async () => ({ status: 'ok', version }));
  server.get('/ready', async () => {
    if (await notReady(app)) throw new Problem('server/not-ready');
    return { status: 'ready' };
  });
  server.get('/metrics', async (request, reply) => {
    const token = app.config.metricsToken;
    const allowed = token
      ? request.headers.authorization === `Bearer ${token}`
      : // A proxy on this machine passes on requests of everybody.
        loopback.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined;
    if (!allowed) throw new Problem('record/missing');
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  const description = openApi(version);
  server.get('/api/openapi.json', async () => description);
  server.get('/api/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(docsPage()));
}

async function notReady({ db }: AppContext): Promise<boolean> {
  return (await pendingMigrations(db)).length > 0 || (await readFingerprint(db)) !== catalogFingerprint;
}
