import type { loginAsRoutes } from '../../../contract/login-as.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { loadLoggedInAs } from '../../http/login-as-subject.ts';
import { Problem } from '../../http/problem.ts';
import { readSession } from '../session/own-details.ts';
import { endLoginAs, startLoginAs } from './service.ts';

export function loginAsHandlers(app: AppContext): Handlers<typeof loginAsRoutes> {
  return {
    'POST /users/:id/login-as': async ({ subject, record, body, setLoginAs }) => {
      const token = await startLoginAs(app, subject, record, body.reason);
      const inside = await loadLoggedInAs(app.db, subject, token);
      if (!inside) throw new Problem('login-as/not-allowed');
      setLoginAs(token);
      return readSession(app, inside);
    },
    'DELETE /session/login-as': async ({ subject, setLoginAs }) => {
      if (subject.loggedInAs) await endLoginAs(app, subject);
      setLoginAs(null);
    },
  };
}
