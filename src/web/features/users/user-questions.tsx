import { api } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import { ConfirmAction } from '../../records/confirm-action.tsx';
import type { ActionDialogProps } from '../../records/record-actions.tsx';
import { userActionTexts as texts } from '../../texts/users.ts';
import type { UserRow } from './user-row.ts';

type Props = ActionDialogProps<UserRow>;

/** The calls that take nothing but the user. */
type Route =
  `POST /users/:id/${'suspend' | 'enable' | 'deactivate' | 'reset-password' | 'resend-activation'}`;

function run(route: Route, { id }: UserRow) {
  return () => api(route, { params: { id }, body: {} });
}

export function SuspendUser(props: Props) {
  const name = fullName(props.row);
  return (
    <ConfirmAction
      {...props}
      resource="users"
      title={texts.suspendTitle(name)}
      text={texts.suspendText}
      confirm={texts.suspendConfirm(name)}
      done={texts.suspended(name)}
      run={run('POST /users/:id/suspend', props.row)}
    />
  );
}

export function EnableUser(props: Props) {
  const name = fullName(props.row);
  return (
    <ConfirmAction
      {...props}
      resource="users"
      tone="primary"
      title={texts.enableTitle(name)}
      text={texts.enableText}
      confirm={texts.enableConfirm(name)}
      done={texts.enabled(name)}
      run={run('POST /users/:id/enable', props.row)}
    />
  );
}

export function DeactivateUser(props: Props) {
  const name = fullName(props.row);
  return (
    <ConfirmAction
      {...props}
      resource="users"
      title={texts.deactivateTitle(name)}
      text={texts.deactivateText}
      confirm={texts.deactivateConfirm(name)}
      done={texts.deactivated(name)}
      run={run('POST /users/:id/deactivate', props.row)}
    />
  );
}

export function ResetPassword(props: Props) {
  const { email } = props.row;
  return (
    <ConfirmAction
      {...props}
      resource="users"
      tone="primary"
      title={texts.resetTitle(fullName(props.row))}
      text={texts.resetText(email)}
      confirm={texts.resetConfirm}
      done={texts.resetDone(email)}
      run={run('POST /users/:id/reset-password', props.row)}
    />
  );
}

export function ResendActivation(props: Props) {
  const { email } = props.row;
  return (
    <ConfirmAction
      {...props}
      resource="users"
      tone="primary"
      title={texts.resendTitle(fullName(props.row))}
      text={texts.resendText(email)}
      confirm={texts.resendConfirm}
      done={texts.resendDone(email)}
      run={run('POST /users/:id/resend-activation', props.row)}
    />
  );
}
