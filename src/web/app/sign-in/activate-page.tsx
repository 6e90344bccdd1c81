import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { NewPasswordForm } from './new-password-form.tsx';
import { PublicPage } from './public-page.tsx';
import { useArrive } from './use-arrive.ts';

export function ActivatePage() {
  const { search } = useUrlSearch();
  const token = search.token ?? '';
  const arrive = useArrive();
  const invited = useQuery({
    queryKey: ['activation', token],
    queryFn: () => api('POST /activation/check', { body: { token } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (invited.isPending) {
    return (
      <PublicPage title={signInTexts.activateTitle}>
        <Skeleton lines={3} />
      </PublicPage>
    );
  }
  if (invited.error) {
    return (
      <PublicPage title={signInTexts.linkBadTitle} text={signInTexts.linkBad}>
        <TextLink to="/forgot-password">{signInTexts.forgot}</TextLink>
      </PublicPage>
    );
  }
  const { first_name, email } = invited.data;
  return (
    <PublicPage title={`${signInTexts.activateTitle}, ${first_name}`} text={signInTexts.activateFor(email)}>
      <NewPasswordForm
        submitLabel={signInTexts.activateSubmit}
        onSubmit={async (password) => {
          await api('POST /activation', { body: { token, password } });
          arrive();
        }}
      />
    </PublicPage>
  );
}
