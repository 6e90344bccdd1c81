import type { creditRoutes } from '../../../contract/credits.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { exportHandler, historyHandler, readHandlers, showing } from '../../records/read-handlers.ts';
import { applyCredit } from './apply.ts';
import { creditContent } from './content.ts';
import { creditExport } from './export.ts';
import { credits } from './records.ts';
import { issueCredit, voidCredit } from './service.ts';

export function creditHandlers(app: AppContext): Handlers<typeof creditRoutes> {
  const show = showing(app, credits);
  return {
    ...readHandlers(app, credits),
    ...exportHandler(app, creditExport),
    ...historyHandler(app, credits),
    'GET /credits/:id/content': ({ subject, record }) => creditContent(app, subject, record),
    'POST /credits': show(({ subject, body }) => issueCredit(app, subject, body)),
    'POST /credits/:id/apply': show(({ subject, record, body }) => applyCredit(app, subject, record, body)),
    'POST /credits/:id/void': show(({ subject, record, body }) =>
      voidCredit(app, subject, record, body.reason),
    ),
  };
}
