import { useForm } from 'react-hook-form';
import { api } from '../../lib/api.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Form, field } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { PublicPage } from './public-page.tsx';

export function ForgotPasswordPage() {
  const form = useForm({ defaultValues: { email: '' } });
  const back = <TextLink to="/sign-in">{signInTexts.backToSignIn}</TextLink>;
  if (form.formState.isSubmitSuccessful) {
    return (
      <PublicPage title={signInTexts.forgotDoneTitle} text={signInTexts.forgotDone}>
        {back}
      </PublicPage>
    );
  }
  return (
    <PublicPage title={signInTexts.forgotTitle} text={signInTexts.forgotText}>
      <Form
        form={form}
        warnUnsaved={false}
        onSubmit={(values) => api('POST /password-reset', { body: values })}
      >
        <TextField
          label={signInTexts.email}
          type="email"
          autoComplete="username"
          {...field(form, 'email', { required: signInTexts.emailMissing })}
        />
        <Button type="submit" tone="primary" busy={form.formState.isSubmitting}>
          {signInTexts.forgotSubmit}
        </Button>
      </Form>
      {back}
    </PublicPage>
  );
}
