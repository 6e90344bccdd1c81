import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../src/server/build-app.ts';
import { readConfig } from '../../src/server/config.ts';
import type { Database } from '../../src/server/db/database.ts';
import { simulatedGateway } from '../../src/server/gateway/simulated/simulated-gateway.ts';
import { createJobQueue } from '../../src/server/jobs/job-queue.ts';

/** The product over a database of the benchmark: everything but a limit of requests, mail and a log. */
export function benchServer(db: Database): Promise<FastifyInstance> {
  const clock = () => new Date();
  return buildApp({
    db,
    config: { ...readConfig({ LOG_LEVEL: 'silent' }), requestsPerMinute: 1_000_000_000 },
    mail: { queue: async () => {}, flush: async () => {}, close: async () => {} },
    jobs: createJobQueue(db),
    gateway: simulatedGateway({ db, clock, secret: 'bench'.repeat(8), settleAfterMs: 0 }),
    clock,
  });
}
