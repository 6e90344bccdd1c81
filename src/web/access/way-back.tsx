import { useCanGoBack, useRouter } from '@tanstack/react-router';
import { accessTexts } from '../texts/access.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/text-link.tsx';

export function WayBack() {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <div className="flex flex-wrap gap-2">
      {canGoBack ? <Button onClick={() => router.history.back()}>{accessTexts.back}</Button> : null}
      <ButtonLink to="/" tone="primary">
        {accessTexts.home}
      </ButtonLink>
    </div>
  );
}
