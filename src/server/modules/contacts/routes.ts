import { visible } from '../../../access/subject.ts';
import type { contactRoutes } from '../../../contract/contacts.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { type ContactRow, countContacts, listContacts, shapeContacts } from './repository.ts';
import { createContact, deleteContact, updateContact } from './service.ts';

export function contactHandlers(app: AppContext): Handlers<typeof contactRoutes> {
  const { db } = app;
  const one = async (subject: SessionSubject, row: ContactRow) => {
    const [shaped] = await shapeContacts(db, subject, [row]);
    if (!shaped) throw new Error('A row was lost while it was shaped');
    return shaped;
  };
  return {
    'GET /contacts': async ({ subject, query }) => {
      const { rows, next } = await listContacts(db, visible(subject, 'contacts'), query);
      return { items: await shapeContacts(db, subject, rows), next };
    },
    'GET /contacts/count': ({ subject, query }) => countContacts(db, visible(subject, 'contacts'), query),
    'POST /contacts': async ({ subject, body }) => one(subject, await createContact(app, subject, body)),
    'GET /contacts/:id': ({ subject, record }) => one(subject, record),
    'PATCH /contacts/:id': async ({ subject, record, body }) =>
      one(subject, await updateContact(app, record, body)),
    'POST /contacts/:id/delete': async ({ record }) => {
      await deleteContact(app, record);
      return undefined;
    },
  };
}
