import type { sessionRoutes } from '../../../contract/session.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { activate, checkActivation } from './activation.ts';
import { demoPeople } from './demo-people.ts';
import { confirmEmailChange, requestEmailChange } from './email-change.ts';
import { companyName } from './links.ts';
import { accessOf } from './own-access.ts';
import { readOwn, readSession } from './own-details.ts';
import { changeOwnNames } from './own-names.ts';
import { changeOwnPassword } from './own-password.ts';
import { changeOwnPreferences } from './own-preferences.ts';
import { confirmPasswordReset, requestPasswordReset } from './password-reset.ts';
import { extendSession } from './sessions.ts';
import { needsSetup, setUp } from './setup.ts';
import { signIn, signInToDemo } from './sign-in.ts';
import { endOwnSession, listSessions, listUses, signOut, signOutEverywhere } from './sign-out.ts';

type Routes = Handlers<typeof sessionRoutes>;
type Part<K extends keyof Routes> = Pick<Routes, K>;

export function sessionHandlers(app: AppContext): Routes {
  return { ...sessions(app), ...links(app), ...me(app) };
}

type SessionKeys =
  | `${'POST' | 'GET' | 'DELETE'} /session`
  | 'DELETE /sessions'
  | 'GET /sign-in-options'
  | 'GET /demo/people'
  | 'POST /demo/session';

function sessions(app: AppContext): Part<SessionKeys> {
  return {
    'POST /session': async ({ body, setSession, ...device }) => {
      const { token, until, userId } = await signIn(app, body, device);
      setSession(token, until);
      return readSession(app, { userId });
    },
    'GET /session': async ({ subject }) => {
      await extendSession(app, subject.sessionId);
      return readSession(app, subject);
    },
    'DELETE /session': async ({ subject, setSession }) => {
      await signOut(app, subject);
      setSession(null);
    },
    'DELETE /sessions': async ({ subject, setSession }) => {
      await signOutEverywhere(app, subject);
      setSession(null);
    },
    'GET /sign-in-options': async () => ({
      company_name: await companyName(app),
      demo: app.config.demo,
      needs_setup: await needsSetup(app),
    }),
    'GET /demo/people': async () => ({ items: await demoPeople(app) }),
    'POST /demo/session': async ({ body, setSession, ...device }) => {
      const { token, until, userId } = await signInToDemo(app, body.email, device);
      setSession(token, until);
      return readSession(app, { userId });
    },
  };
}

type LinkKeys =
  | `POST /password-reset${'' | '/confirm'}`
  | `POST /activation${'' | '/check'}`
  | 'POST /setup'
  | 'POST /email-change/confirm';

function links(app: AppContext): Part<LinkKeys> {
  return {
    'POST /password-reset': ({ body, address }) => done(requestPasswordReset(app, body.email, address)),
    'POST /password-reset/confirm': ({ body, address }) =>
      done(confirmPasswordReset(app, body.token, body.password, address)),
    'POST /activation/check': ({ body, address }) => checkActivation(app, body.token, address),
    'POST /activation': ({ body, address }) => done(activate(app, body.token, body.password, address)),
    'POST /setup': ({ body, address }) => done(setUp(app, body, address)),
    'POST /email-change/confirm': ({ body, address }) => done(confirmEmailChange(app, body.token, address)),
  };
}

type MeKeys =
  | `${'GET' | 'PATCH'} /me`
  | 'GET /me/access'
  | 'GET /me/sessions'
  | 'DELETE /me/sessions/:id'
  | `POST /me/${'password' | 'email'}`;

function me(app: AppContext): Part<MeKeys> {
  return {
    'GET /me': ({ subject }) => readOwn(app, subject.userId),
    'PATCH /me': async ({ subject, body }) => {
      await changeOwnNames(app, subject.userId, body);
      await changeOwnPreferences(app, subject.userId, body);
      return readOwn(app, subject.userId);
    },
    'GET /me/access': async ({ subject }) => {
      await extendSession(app, subject.sessionId);
      return accessOf(subject);
    },
    'POST /me/password': ({ subject, body }) => done(changeOwnPassword(app, subject, body)),
    'POST /me/email': ({ subject, body }) => done(requestEmailChange(app, subject.userId, body)),
    'GET /me/sessions': async ({ subject }) => ({
      items: await listSessions(app, subject),
      used_by: await listUses(app, subject),
    }),
    'DELETE /me/sessions/:id': async ({ subject, params, setSession }) => {
      if (await endOwnSession(app, subject, params.id)) setSession(null);
    },
  };
}

async function done(work: Promise<void>): Promise<undefined> {
  await work;
}
