import { useForm } from 'react-hook-form';
import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';
import { myProfileTexts } from '../../texts/my-profile.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Form, field } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { passwordRules } from '../password-rules.ts';

export function PasswordCard() {
  const form = useForm({ defaultValues: { current_password: '', new_password: '' } });
  const change = async (values: { current_password: string; new_password: string }) => {
    await api('POST /me/password', { body: values });
    form.reset();
    toast.success(myProfileTexts.passwordChanged, myProfileTexts.passwordChangedText);
    await queryClient.invalidateQueries({ queryKey: ['me'] });
  };
  return (
    <Card title={myProfileTexts.passwordTitle}>
      <Form form={form} onSubmit={change}>
        <PasswordField
          label={myProfileTexts.currentPassword}
          autoComplete="current-password"
          {...field(form, 'current_password', { required: myProfileTexts.currentPasswordMissing })}
        />
        <PasswordField
          label={signInTexts.newPassword}
          hint={signInTexts.passwordHint}
          autoComplete="new-password"
          {...field(form, 'new_password', passwordRules)}
        />
        <div>
          <Button type="submit" busy={form.formState.isSubmitting}>
            {myProfileTexts.changePassword}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
