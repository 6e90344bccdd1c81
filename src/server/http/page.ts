import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const built = fileURLToPath(new URL('../../../dist/web/', import.meta.url));

/** Serves the built page: its assets for ever, its entry for every address that is not the API's. */
export async function registerPage(server: FastifyInstance): Promise<boolean> {
  const entry = `${built}index.html`;
  if (!existsSync(entry)) return false;
  await server.register(fastifyStatic, {
    root: `${built}assets`,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    decorateReply: false,
  });
  const html = readFileSync(entry, 'utf8');
  const icon = existsSync(`${built}favicon.svg`) ? readFileSync(`${built}favicon.svg`) : null;
  if (icon) server.get('/favicon.svg', (_request, reply) => reply.type('image/svg+xml').send(icon));
  server.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/assets/')) return reply.callNotFound();
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html);
  });
  return true;
}
