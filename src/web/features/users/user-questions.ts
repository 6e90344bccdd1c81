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

export function suspension(user: UserRow): Question {
  const name = fullName(user);
  return {
    title: texts.suspendTitle(name),
    text: texts.suspendText,
    confirm: texts.suspendConfirm(name),
    done: texts.suspended(name),
    run: run('POST /users/:id/suspend', user),
  };
}

export function enabling(user: UserRow): Question {
  const name = fullName(user);
  return {
    title: texts.enableTitle(name),
    text: texts.enableText,
    confirm: texts.enableConfirm(name),
    done: texts.enabled(name),
    tone: 'primary',
    run: run('POST /users/:id/enable', user),
  };
}

export function signingOut(user: UserRow): Question {
  const name = fullName(user);
  return {
    title: texts.signOutTitle(name),
    text: texts.signOutText,
    confirm: texts.signOutConfirm(name),
    done: texts.signedOut(name),
    run: run('POST /users/:id/sign-out', user),
  };
}

export function deactivation(user: UserRow): Question {
  const name = fullName(user);
  return {
    title: texts.deactivateTitle(name),
    text: texts.deactivateText,
    confirm: texts.deactivateConfirm(name),
    done: texts.deactivated(name),
    run: run('POST /users/:id/deactivate', user),
  };
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
