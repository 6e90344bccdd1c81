import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { AppContext } from './app-context.ts';
import { registerGatewayNotices } from './http/gateway-notices.ts';
import { registerGuards, requestId } from './http/guards.ts';
import { loggedRequest, logRedactions } from './http/log-options.ts';
import { registerOperations } from './http/operations.ts';
import { registerPage } from './http/page.ts';
import { mapProblems } from './http/problem-mapper.ts';
import { registerRoutes } from './http/route-registry.ts';
import { allHandlers } from './modules/all.ts';

/** The application over its dependencies, not listening yet: where tests start. */
export async function buildApp(app: AppContext): Promise<FastifyInstance> {
  const { config } = app;
  const server = Fastify({
    logger:
      config.logLevel === 'silent'
        ? false
        : {
            level: config.logLevel,
            redact: logRedactions,
            serializers: { req: loggedRequest },
          },
    logController: new LogController({ disableRequestLogging: config.logLevel !== 'debug' }),
    genReqId: requestId,
    requestIdHeader: false,
    // One proxy is believed: what stands before its own entry was written by the caller.
    trustProxy: config.trustProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 100 },
    forceCloseConnections: 'idle',
  });
  await registerGuards(server, app);
  mapProblems(server, app);
  registerOperations(server, app);
  registerGatewayNotices(server, app);
  registerRoutes(server, app, allHandlers(app));
  await registerPage(server);
  return server;
}
