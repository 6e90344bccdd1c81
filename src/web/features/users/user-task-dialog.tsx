import { api } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import { queryClient } from '../../lib/query-client.ts';
import { userActionTexts as texts } from '../../texts/users.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { AssignProfileDialog } from './assign-profile-dialog.tsx';
import { EditUserDialog } from './edit-user-dialog.tsx';
import type { UserTask } from './user-actions.ts';
import type { UserRow } from './user-row.ts';

type TaskProps = { task: UserTask; user: UserRow; onClose: () => void };

/** The question, or the form, of one action on one user. */
export function UserTaskDialog({ task, user, onClose }: TaskProps) {
  if (task === 'edit') return <EditUserDialog user={user} onClose={onClose} />;
  if (task === 'assign_profile') return <AssignProfileDialog user={user} onClose={onClose} />;
  return <ConfirmTask question={questions[task](user)} user={user} onClose={onClose} />;
}

type Question = {
  title: string;
  text: string;
  confirm: string;
  done: string;
  danger: boolean;
  route: `POST /users/:id/${'suspend' | 'enable' | 'deactivate' | 'reset-password' | 'resend-activation'}`;
};

const questions: Record<Exclude<UserTask, 'edit' | 'assign_profile'>, (user: UserRow) => Question> = {
  suspend: (user) => ({
    title: texts.suspendTitle(fullName(user)),
    text: texts.suspendText,
    confirm: texts.suspendConfirm(fullName(user)),
    done: texts.suspended(fullName(user)),
    danger: true,
    route: 'POST /users/:id/suspend',
  }),
  enable: (user) => ({
    title: texts.enableTitle(fullName(user)),
    text: texts.enableText,
    confirm: texts.enableConfirm(fullName(user)),
    done: texts.enabled(fullName(user)),
    danger: false,
    route: 'POST /users/:id/enable',
  }),
  deactivate: (user) => ({
    title: texts.deactivateTitle(fullName(user)),
    text: texts.deactivateText,
    confirm: texts.deactivateConfirm(fullName(user)),
    done: texts.deactivated(fullName(user)),
    danger: true,
    route: 'POST /users/:id/deactivate',
  }),
  reset_password: (user) => ({
    title: texts.resetTitle(fullName(user)),
    text: texts.resetText(user.email),
    confirm: texts.resetConfirm,
    done: texts.resetDone(user.email),
    danger: false,
    route: 'POST /users/:id/reset-password',
  }),
  resend_activation: (user) => ({
    title: texts.resendTitle(fullName(user)),
    text: texts.resendText(user.email),
    confirm: texts.resendConfirm,
    done: texts.resendDone(user.email),
    danger: false,
    route: 'POST /users/:id/resend-activation',
  }),
};

function ConfirmTask({
  question,
  user,
  onClose,
}: {
  question: Question;
  user: UserRow;
  onClose: () => void;
}) {
  const confirm = async () => {
    await api(question.route, { params: { id: user.id }, body: {} });
    toast.success(question.done);
    await queryClient.invalidateQueries({ queryKey: ['users'] });
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={question.title}
      text={question.text}
      confirmLabel={question.confirm}
      tone={question.danger ? 'danger' : 'primary'}
      onConfirm={confirm}
    />
  );
}
