import { useMutation } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { PublicPage } from './public-page.tsx';

/** A click, not the mere opening, confirms: mail scanners open links too. */
export function ConfirmEmailPage() {
  const { search } = useUrlSearch();
  const confirm = useMutation({
    mutationFn: () => api('POST /email-change/confirm', { body: { token: search.token ?? '' } }),
  });
  return (
    <PublicPage title={signInTexts.confirmEmailTitle} text={signInTexts.confirmEmailText}>
      {confirm.error ? <Alert tone="danger">{confirm.error.message}</Alert> : null}
      {confirm.isSuccess ? (
        <>
          <Alert tone="success">{signInTexts.confirmEmailDone}</Alert>
          <TextLink to="/">{signInTexts.submit}</TextLink>
        </>
      ) : (
        <Button tone="primary" busy={confirm.isPending} onClick={() => confirm.mutate()}>
          {signInTexts.confirmEmailSubmit}
        </Button>
      )}
    </PublicPage>
  );
}
