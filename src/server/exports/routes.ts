import type { exportRunRoutes } from '../../contract/export-runs.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../http/handlers.ts';
import { exportFile } from './export-file.ts';
import { cancelExport, ownExport, ownExports, startExport } from './export-runs.ts';

/** Long exports: started, left, and found again. */
export function exportRunHandlers(app: AppContext): Handlers<typeof exportRunRoutes> {
  return {
    'GET /exports': async ({ subject }) => ({ items: await ownExports(app, subject) }),
    'POST /exports': ({ subject, body }) => startExport(app, subject, body),
    'GET /exports/:id': ({ subject, params }) => ownExport(app, subject, params.id),
    'GET /exports/:id/file.csv': ({ subject, params, again }) => exportFile(app, subject, params.id, again),
    'POST /exports/:id/cancel': ({ subject, params }) => cancelExport(app, subject, params.id),
  };
}
