import { lazy } from 'react';
import type { RecordAction } from '../../records/record-actions.tsx';
import { loginAsTexts } from '../../texts/login-as.ts';
import { userActionTexts as texts } from '../../texts/users.ts';
import {
  activationLink,
  deactivation,
  enabling,
  passwordLink,
  signingOut,
  suspension,
} from './user-questions.ts';
import type { UserRow } from './user-row.ts';

function unchangeable({ status }: UserRow): string | undefined {
  return status === 'deactivated' ? texts.notEditable : undefined;
}

function notSuspendable({ status }: UserRow): string | undefined {
  return status === 'active' || status === 'suspended' ? undefined : texts.notSuspendable[status];
}

/** What can be done to one user; what only their state forbids says why. */
export const userActions: readonly RecordAction<'users'>[] = [
  {
    key: 'edit',
    permission: 'users.edit',
    blockedBy: unchangeable,
    dialog: lazy(() =>
      import('./edit-user-dialog.tsx').then((module) => ({ default: module.EditUserDialog })),
    ),
  },
  {
    key: 'assign_profile',
    permission: 'users.assign_profile',
    label: texts.assignProfile,
    blockedBy: unchangeable,
    dialog: lazy(() =>
      import('./assign-profile-dialog.tsx').then((module) => ({ default: module.AssignProfileDialog })),
    ),
  },
  {
    key: 'login_as',
    permission: 'users.login_as',
    label: loginAsTexts.action,
    blockedBy: ({ status }) => (status === 'active' ? undefined : loginAsTexts.notActive[status]),
    dialog: lazy(() => import('./login-as-dialog.tsx').then((module) => ({ default: module.LoginAsDialog }))),
  },
  {
    key: 'reset_password',
    permission: 'users.reset_password',
    label: texts.resetPassword,
    blockedBy: ({ status }) => (status === 'active' ? undefined : texts.noPassword[status]),
    asks: passwordLink,
  },
  {
    key: 'resend_activation',
    permission: 'users.reset_password',
    label: texts.resendActivation,
    blockedBy: ({ status }) => (status === 'invited' ? undefined : texts.notInvited),
    asks: activationLink,
  },
  {
    key: 'enable',
    permission: 'users.suspend',
    label: texts.enable,
    offered: ({ status }) => status === 'suspended',
    asks: enabling,
  },
  {
    key: 'suspend',
    permission: 'users.suspend',
    label: texts.suspend,
    offered: ({ status }) => status !== 'suspended',
    blockedBy: notSuspendable,
    asks: suspension,
  },
  {
    key: 'sign_out',
    permission: 'users.suspend',
    label: texts.signOut,
    offered: ({ status }) => status === 'active',
    asks: signingOut,
  },
  {
    key: 'deactivate',
    permission: 'users.suspend',
    label: texts.deactivate,
    danger: true,
    blockedBy: ({ status }) => (status === 'deactivated' ? texts.alreadyDeactivated : undefined),
    asks: deactivation,
  },
];
