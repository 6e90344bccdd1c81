import { z } from 'zod';
import { permit, signedIn } from './access.ts';
import { defineRoutes, requiredText } from './route.ts';
import { session } from './session.ts';

/** How long a log in as lasts, in minutes; use does not extend it. */
export const loginAsMinutes = 30;

/** Working as another person: within their rights, for a while, and on the record. */
export const loginAsRoutes = defineRoutes({
  'POST /users/:id/login-as': {
    access: permit('users.login_as'),
    says: `Starts to work as another user, for ${loginAsMinutes} minutes. The reason is kept in the log and shown to that user.`,
    body: z.strictObject({ reason: requiredText(500) }),
    output: session,
  },
  'DELETE /session/login-as': {
    access: signedIn('ends what the person started themselves'),
    says: 'Goes back to the own session. Nothing happens when there is nowhere to go back from.',
    insideLoginAs: true,
  },
});
