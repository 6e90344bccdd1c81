import { may } from '../../access/may.ts';
import { userActionTexts as texts } from '../../texts/users.ts';
import type { MenuAction } from '../../ui/menu.tsx';
import type { UserRow } from './user-row.ts';

/** The actions that ask something before they happen. */
export type UserTask =
  | 'edit'
  | 'assign_profile'
  | 'suspend'
  | 'enable'
  | 'deactivate'
  | 'reset_password'
  | 'resend_activation';

type Choice = { task: UserTask; label: string; reason?: string | undefined; danger?: boolean };

function statusTasks({ status }: UserRow): Choice[] {
  const gone = status === 'deactivated' ? texts.alreadyDeactivated : undefined;
  const suspendable =
    status === 'active' || status === 'suspended' ? undefined : texts.notSuspendable[status];
  const suspend: Choice =
    status === 'suspended'
      ? { task: 'enable', label: texts.enable }
      : { task: 'suspend', label: texts.suspend, reason: suspendable };
  return [suspend, { task: 'deactivate', label: texts.deactivate, reason: gone, danger: true }];
}

function linkTasks({ status }: UserRow): Choice[] {
  return [
    {
      task: 'reset_password',
      label: texts.resetPassword,
      reason: status === 'active' ? undefined : texts.noPassword[status],
    },
    {
      task: 'resend_activation',
      label: texts.resendActivation,
      reason: status === 'invited' ? undefined : texts.notInvited,
    },
  ];
}

function choicesFor(user: UserRow): Choice[] {
  const unchangeable = user.status === 'deactivated' ? texts.notEditable : undefined;
  const edit: Choice = { task: 'edit', label: texts.edit, reason: unchangeable };
  const assign: Choice = {
    task: 'assign_profile',
    label: texts.assignProfile,
    reason: unchangeable,
  };
  return [
    ...(may(user, 'users.edit') ? [edit] : []),
    ...(may(user, 'users.assign_profile') ? [assign] : []),
    ...(may(user, 'users.reset_password') ? linkTasks(user) : []),
    ...(may(user, 'users.suspend') ? statusTasks(user) : []),
  ];
}

/** What the reader's profile grants over this user; what only their state forbids says why. */
export function userTasks(user: UserRow, begin: (task: UserTask, user: UserRow) => void): MenuAction[] {
  return choicesFor(user).map(({ task, label, reason, danger }) => ({
    key: task,
    label,
    onSelect: () => begin(task, user),
    disabledReason: reason,
    ...(danger ? { danger } : {}),
  }));
}
