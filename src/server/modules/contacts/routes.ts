import type { contactRoutes } from '../../../contract/contacts.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { exportHandler, historyHandler, readHandlers, showing } from '../../records/read-handlers.ts';
import { contactExport } from './export.ts';
import { contacts } from './records.ts';
import { createContact, deleteContact, updateContact } from './service.ts';

export function contactHandlers(app: AppContext): Handlers<typeof contactRoutes> {
  const show = showing(app, contacts);
  return {
    ...readHandlers(app, contacts),
    ...exportHandler(app, contactExport),
    ...historyHandler(app, contacts),
    'POST /contacts': show(({ subject, body }) => createContact(app, subject, body)),
    'PATCH /contacts/:id': show(({ subject, record, body }) => updateContact(app, subject, record, body)),
    'POST /contacts/:id/delete': async ({ subject, record }) => {
      await deleteContact(app, subject, record);
      return undefined;
    },
  };
}
