import { useForm } from 'react-hook-form';
import { api } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import type { ActionDialogProps } from '../../records/record-actions.tsx';
import { loginAsTexts as texts } from '../../texts/login-as.ts';
import { field } from '../../ui/form.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { UserRow } from './user-row.ts';

/** Asks why, says what stays with them, and goes on as them with a page of their own. */
export function LoginAsDialog({ row: user, onClose }: ActionDialogProps<UserRow>) {
  const form = useForm({ defaultValues: { reason: '' } });
  const name = fullName(user);
  const start = async ({ reason }: { reason: string }) => {
    await api('POST /users/:id/login-as', { params: { id: user.id }, body: { reason } });
    // Nothing of the person before may stay in the memory of the page.
    window.location.assign('/');
  };
  return (
    <FormDialog
      form={form}
      onSubmit={start}
      onClose={onClose}
      title={texts.title(name)}
      description={texts.text(name)}
      submit={texts.confirm(name)}
    >
      <TextField
        label={texts.reason}
        hint={texts.reasonHint}
        maxLength={500}
        autoComplete="off"
        {...field(form, 'reason', { required: texts.reasonMissing })}
      />
      <div>
        <p className="font-medium">{texts.closedTitle}</p>
        <ul className="mt-1 list-disc ps-5 text-ink-muted">
          {texts.closed.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      </div>
    </FormDialog>
  );
}
