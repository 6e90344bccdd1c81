import { useNavigate } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { TextLink } from '../../ui/text-link.tsx';
import { toast } from '../../ui/toast.tsx';
import { NewPasswordForm } from './new-password-form.tsx';
import { PublicPage } from './public-page.tsx';

export function ResetPage() {
  const { search } = useUrlSearch();
  const navigate = useNavigate();
  const token = search.token;
  if (!token) {
    return (
      <PublicPage title={signInTexts.linkBadTitle} text={signInTexts.linkBad}>
        <TextLink to="/forgot-password">{signInTexts.forgot}</TextLink>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={signInTexts.resetTitle} text={signInTexts.resetText}>
      <NewPasswordForm
        submitLabel={signInTexts.resetSubmit}
        onSubmit={async (password) => {
          await api('POST /password-reset/confirm', { body: { token, password } });
          toast.success(signInTexts.passwordSet);
          await navigate({ to: '/sign-in' });
        }}
      />
      <TextLink to="/forgot-password">{signInTexts.forgot}</TextLink>
    </PublicPage>
  );
}
