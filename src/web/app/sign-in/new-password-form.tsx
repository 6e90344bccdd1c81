import { useForm } from 'react-hook-form';
import { signInTexts } from '../../texts/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Form, field } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { passwordRules } from '../password-rules.ts';

export type NewPasswordFormProps = { submitLabel: string; onSubmit: (password: string) => Promise<unknown> };

export function NewPasswordForm({ submitLabel, onSubmit }: NewPasswordFormProps) {
  const form = useForm({ defaultValues: { password: '', repeated: '' } });
  return (
    <Form form={form} warnUnsaved={false} onSubmit={(values) => onSubmit(values.password)}>
      <PasswordField
        label={signInTexts.newPassword}
        hint={signInTexts.passwordHint}
        autoComplete="new-password"
        {...field(form, 'password', passwordRules)}
      />
      <PasswordField
        label={signInTexts.repeatPassword}
        autoComplete="new-password"
        {...field(form, 'repeated', {
          validate: (value, values) => value === values.password || signInTexts.passwordDiffers,
        })}
      />
      <Button type="submit" tone="primary" busy={form.formState.isSubmitting}>
        {submitLabel}
      </Button>
    </Form>
  );
}
