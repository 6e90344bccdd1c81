import type { userRoutes } from '../../../contract/users.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { userImporter } from '../../import/import-users.ts';
import { importHandlers } from '../../import/routes.ts';
import { exportHandler, historyHandler, readHandlers, showing } from '../../records/read-handlers.ts';
import { conferrableFor } from './conferrable.ts';
import { userExport } from './export.ts';
import { users } from './records.ts';
import { seenAccess } from './seen-access.ts';
import { assignProfile, createUser, updateUser } from './service.ts';
import {
  deactivateUser,
  enableUser,
  resendActivation,
  resetPassword,
  signOutUser,
  suspendUser,
} from './status.ts';

export function userHandlers(app: AppContext): Handlers<typeof userRoutes> {
  const show = showing(app, users);
  return {
    ...readHandlers(app, users),
    ...exportHandler(app, userExport),
    ...historyHandler(app, users),
    ...importHandlers(app, userImporter),
    'GET /users/:id/access': ({ subject, record }) => seenAccess(app, subject, record),
    'GET /users/conferrable': ({ subject }) => conferrableFor(app, subject),
    'POST /users': show(({ subject, body }) => createUser(app, subject, body)),
    'PATCH /users/:id': show(({ subject, record, body }) => updateUser(app, subject, record, body)),
    'POST /users/:id/assign-profile': show(({ subject, record, body }) =>
      assignProfile(app, subject, record, body),
    ),
    'POST /users/:id/suspend': show(({ subject, record }) => suspendUser(app, subject, record)),
    'POST /users/:id/enable': show(({ subject, record }) => enableUser(app, subject, record)),
    'POST /users/:id/sign-out': show(({ subject, record }) => signOutUser(app, subject, record)),
    'POST /users/:id/deactivate': show(({ subject, record }) => deactivateUser(app, subject, record)),
    'POST /users/:id/reset-password': show(({ subject, record }) => resetPassword(app, subject, record)),
    'POST /users/:id/resend-activation': show(({ subject, record }) =>
      resendActivation(app, subject, record),
    ),
  };
}
