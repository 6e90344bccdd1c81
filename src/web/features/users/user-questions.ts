import { api } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import type { Question } from '../../records/confirm-action.tsx';
import { userActionTexts as texts } from '../../texts/users.ts';
import type { UserRow } from './user-row.ts';

/** The calls that take nothing but the user. */
type Route =
  `POST /users/:id/${'suspend' | 'enable' | 'sign-out' | 'deactivate' | 'reset-password' | 'resend-activation'}`;

function run(route: Route, { id }: UserRow) {
  return () => api(route, { params: { id }, body: {} });
}

interface Words {
  readonly title: (name: string) => string;
  readonly text: string;
  readonly confirm: (name: string) => string;
  readonly done: (name: string) => string;
}

function asking(route: Route, { title, text, confirm, done }: Words) {
  return (user: UserRow): Question => {
    const name = fullName(user);
    return { title: title(name), text, confirm: confirm(name), done: done(name), run: run(route, user) };
  };
}

export const suspension = asking('POST /users/:id/suspend', texts.suspension);
export const signingOut = asking('POST /users/:id/sign-out', texts.signingOut);
export const deactivation = asking('POST /users/:id/deactivate', texts.deactivation);

export function enabling(user: UserRow): Question {
  return { ...asking('POST /users/:id/enable', texts.enabling)(user), tone: 'primary' };
}

export function passwordLink(user: UserRow): Question {
  return {
    title: texts.resetTitle(fullName(user)),
    text: texts.resetText(user.email),
    confirm: texts.resetConfirm,
    done: texts.resetDone(user.email),
    tone: 'primary',
    run: run('POST /users/:id/reset-password', user),
  };
}

export function activationLink(user: UserRow): Question {
  return {
    title: texts.resendTitle(fullName(user)),
    text: texts.resendText(user.email),
    confirm: texts.resendConfirm,
    done: texts.resendDone(user.email),
    tone: 'primary',
    run: run('POST /users/:id/resend-activation', user),
  };
}
