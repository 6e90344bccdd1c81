import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api, type Output } from '../../lib/api.ts';
import { apiQuery } from '../../lib/queries.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Form, field } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { DemoPeople } from './demo-people.tsx';
import { PublicPage } from './public-page.tsx';
import { useArrive } from './use-arrive.ts';

function textFor(options: Output<'GET /sign-in-options'> | undefined): string | undefined {
  return options?.needs_setup ? signInTexts.needsSetup : options?.company_name;
}

export function SignInPage() {
  const form = useForm({ defaultValues: { email: '', password: '' } });
  const arrive = useArrive();
  const options = useQuery(apiQuery('GET /sign-in-options'));
  const { search } = useUrlSearch();
  return (
    <PublicPage title={signInTexts.title} text={textFor(options.data)}>
      {search.ended ? <Alert tone="info">{signInTexts.ended}</Alert> : null}
      <Form
        form={form}
        warnUnsaved={false}
        onSubmit={async (values) => {
          await api('POST /session', { body: values });
          arrive();
        }}
      >
        <TextField
          label={signInTexts.email}
          type="email"
          autoComplete="username"
          {...field(form, 'email', { required: signInTexts.emailMissing })}
        />
        <PasswordField
          label={signInTexts.password}
          autoComplete="current-password"
          {...field(form, 'password', { required: signInTexts.passwordMissing })}
        />
        <Button type="submit" tone="primary" busy={form.formState.isSubmitting}>
          {signInTexts.submit}
        </Button>
      </Form>
      <TextLink to="/forgot-password">{signInTexts.forgot}</TextLink>
      {options.data?.demo ? <DemoPeople onSignedIn={arrive} /> : null}
    </PublicPage>
  );
}
