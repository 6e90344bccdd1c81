import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { RouteTable } from '../contract/routes.ts';
import type { AppContext } from './app-context.ts';
import { registerGuards, requestId } from './http/guards.ts';
import type { Handlers } from './http/handlers.ts';
import { loggedRequest, logRedactions } from './http/log-options.ts';
import { registerOperations } from './http/operations.ts';
import { registerPage } from './http/page.ts';
import { mapProblems } from './http/problem-mapper.ts';
import { registerRoutes } from './http/route-registry.ts';
import { importHandlers } from './import/routes.ts';
import { auditHandlers } from './modules/audit-log/routes.ts';
import { contactHandlers } from './modules/contacts/routes.ts';
import { dashboardHandlers } from './modules/dashboard/routes.ts';
import { organizationHandlers } from './modules/organizations/routes.ts';
import { profileHandlers } from './modules/profiles/routes.ts';
import { sessionHandlers } from './modules/session/routes.ts';
import { companyHandlers } from './modules/settings/routes.ts';
import { userHandlers } from './modules/users/routes.ts';

/** The handlers of every route of the contract; a route without one does not compile. */
export function allHandlers(app: AppContext): Handlers<RouteTable> {
  return {
    ...sessionHandlers(app),
    ...dashboardHandlers(app),
    ...organizationHandlers(app),
    ...contactHandlers(app),
    ...userHandlers(app),
    ...profileHandlers(app),
    ...companyHandlers(app),
    ...auditHandlers(app),
    ...importHandlers(app),
  };
}

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
  registerRoutes(server, app, allHandlers(app));
  await registerPage(server);
  return server;
}
