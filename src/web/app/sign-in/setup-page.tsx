import { useForm } from 'react-hook-form';
import { api } from '../../lib/api.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Form, field } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { passwordRules } from '../password-rules.ts';
import { PublicPage } from './public-page.tsx';
import { useArrive } from './use-arrive.ts';

type SetupValues = Record<'company_name' | 'first_name' | 'last_name' | 'email' | 'password', string>;

/** First run: whoever holds the link from the server's log makes the first administrator. */
export function SetupPage() {
  const { search } = useUrlSearch();
  const arrive = useArrive();
  const form = useForm<SetupValues>({
    defaultValues: { company_name: '', first_name: '', last_name: '', email: '', password: '' },
  });
  const create = async ({ company_name, ...person }: SetupValues) => {
    const named = company_name.trim() === '' ? {} : { company_name };
    await api('POST /setup', { body: { token: search.token ?? '', ...person, ...named } });
    arrive();
  };
  return (
    <PublicPage title={signInTexts.setupTitle} text={signInTexts.setupText}>
      <Form form={form} warnUnsaved={false} onSubmit={create}>
        <TextField
          label={signInTexts.companyName}
          optional
          autoComplete="organization"
          {...field(form, 'company_name')}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={signInTexts.firstName}
            autoComplete="given-name"
            {...field(form, 'first_name', { required: signInTexts.firstNameMissing })}
          />
          <TextField
            label={signInTexts.lastName}
            autoComplete="family-name"
            {...field(form, 'last_name', { required: signInTexts.lastNameMissing })}
          />
        </div>
        <TextField
          label={signInTexts.email}
          type="email"
          autoComplete="username"
          {...field(form, 'email', { required: signInTexts.emailMissing })}
        />
        <PasswordField
          label={signInTexts.password}
          hint={signInTexts.passwordHint}
          autoComplete="new-password"
          {...field(form, 'password', passwordRules)}
        />
        <Button type="submit" tone="primary" busy={form.formState.isSubmitting}>
          {signInTexts.setupSubmit}
        </Button>
      </Form>
    </PublicPage>
  );
}
