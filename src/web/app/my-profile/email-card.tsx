import { useForm } from 'react-hook-form';
import { api } from '../../lib/api.ts';
import { myProfileTexts } from '../../texts/my-profile.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Form, field } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';

export function EmailCard({ email }: { email: string }) {
  const form = useForm({ defaultValues: { email: '', current_password: '' } });
  const change = async (values: { email: string; current_password: string }) => {
    await api('POST /me/email', { body: values });
    form.reset();
    toast.success(myProfileTexts.emailSent, myProfileTexts.emailSentText);
  };
  return (
    <Card title={myProfileTexts.emailTitle}>
      <Form form={form} onSubmit={change}>
        <TextField
          label={myProfileTexts.newEmail}
          hint={myProfileTexts.emailHint}
          type="email"
          autoComplete="email"
          placeholder={email}
          {...field(form, 'email', { required: myProfileTexts.newEmailMissing })}
        />
        <PasswordField
          label={myProfileTexts.currentPassword}
          autoComplete="current-password"
          {...field(form, 'current_password', { required: myProfileTexts.currentPasswordMissing })}
        />
        <div>
          <Button type="submit" busy={form.formState.isSubmitting}>
            {myProfileTexts.changeEmail}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
