import { visible } from '../../../access/subject.ts';
import type { userRoutes } from '../../../contract/users.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { conferrableFor } from './conferrable.ts';
import { countUsers, historyOf, listUsers, type UserRow } from './repository.ts';
import { assignProfile, createUser, updateUser } from './service.ts';
import { shapeUsers } from './shape.ts';
import { deactivateUser, enableUser, resendActivation, resetPassword, suspendUser } from './status.ts';

export function userHandlers(app: AppContext): Handlers<typeof userRoutes> {
  const { db } = app;
  const one = async (subject: SessionSubject, row: UserRow) => {
    const [shaped] = await shapeUsers(db, subject, [row]);
    if (!shaped) throw new Error('A row was lost while it was shaped');
    return shaped;
  };
  return {
    'GET /users': async ({ subject, query }) => {
      const { rows, next } = await listUsers(db, visible(subject, 'users'), query);
      return { items: await shapeUsers(db, subject, rows), next };
    },
    'GET /users/count': ({ subject, query }) => countUsers(db, visible(subject, 'users'), query),
    'GET /users/conferrable': ({ subject }) => conferrableFor(app, subject),
    'POST /users': async ({ subject, body }) => one(subject, await createUser(app, subject, body)),
    'GET /users/:id': ({ subject, record }) => one(subject, record),
    'PATCH /users/:id': async ({ subject, record, body }) =>
      one(subject, await updateUser(app, subject, record, body)),
    'POST /users/:id/assign-profile': async ({ subject, record, body }) =>
      one(subject, await assignProfile(app, subject, record, body)),
    'POST /users/:id/suspend': async ({ subject, record }) =>
      one(subject, await suspendUser(app, subject, record)),
    'POST /users/:id/enable': async ({ subject, record }) =>
      one(subject, await enableUser(app, subject, record)),
    'POST /users/:id/deactivate': async ({ subject, record }) =>
      one(subject, await deactivateUser(app, subject, record)),
    'POST /users/:id/reset-password': async ({ subject, record }) =>
      one(subject, await resetPassword(app, subject, record)),
    'POST /users/:id/resend-activation': async ({ subject, record }) =>
      one(subject, await resendActivation(app, subject, record)),
    'GET /users/:id/history': ({ subject, record }) => historyOf(db, subject, record.id),
  };
}
