import type { caseRoutes } from '../../../contract/cases.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { caseImporter } from '../../import/import-cases.ts';
import { importHandlers } from '../../import/routes.ts';
import { exportHandler, historyHandler, readHandlers, showing } from '../../records/read-handlers.ts';
import { assigneesFor } from './assignees.ts';
import { assignCase } from './assignment.ts';
import { addNote, messagesOf, notesOf, replyToCase } from './conversation.ts';
import { caseExport } from './export.ts';
import { openCase } from './open.ts';
import { cases } from './records.ts';
import { closeCase, editCase, reopenCase } from './service.ts';

export function caseHandlers(app: AppContext): Handlers<typeof caseRoutes> {
  const show = showing(app, cases);
  return {
    ...readHandlers(app, cases),
    ...exportHandler(app, caseExport),
    ...importHandlers(app, caseImporter),
    ...historyHandler(app, cases),
    'GET /cases/assignees': ({ subject, query }) => assigneesFor(app, subject, query),
    'POST /cases': show(({ subject, body }) => openCase(app, subject, body)),
    'PATCH /cases/:id': show(({ subject, record, body }) => editCase(app, subject, record, body)),
    'GET /cases/:id/messages': ({ record }) => messagesOf(app.db, record),
    'POST /cases/:id/messages': show(({ subject, record, body }) => replyToCase(app, subject, record, body)),
    'GET /cases/:id/notes': ({ record }) => notesOf(app.db, record),
    'POST /cases/:id/notes': ({ subject, record, body }) => addNote(app, subject, record, body.body),
    'POST /cases/:id/assign': show(({ subject, record, body }) =>
      assignCase(app, subject, record, body.assignee_id),
    ),
    'POST /cases/:id/close': show(({ subject, record }) => closeCase(app, subject, record)),
    'POST /cases/:id/reopen': show(({ subject, record }) => reopenCase(app, subject, record)),
  };
}
