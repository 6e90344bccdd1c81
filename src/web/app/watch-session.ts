import { onSignedOut } from '../lib/api.ts';
import { onPersonChange } from '../lib/person.ts';
import { queryClient } from '../lib/query-client.ts';
import { drawAnew } from './draw-anew.ts';
import { focusHeading } from './focus-heading.ts';
import { router } from './router.tsx';

/** When a session ends under an open page: forget what was loaded, sign in, and come back to the same place. */
export function watchSession(): void {
  onSignedOut(() => {
    const { pathname, href } = router.state.location;
    if (pathname === '/sign-in') return;
    queryClient.clear();
    router.navigate({ to: '/sign-in', search: { return: href, ended: '1' }, ignoreBlocker: true });
  });
  onPersonChange((change) => {
    const { href } = router.state.location;
    drawAnew(change === 'login-as/ended' ? '/' : href, change);
  });
  router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
    if (fromLocation && pathChanged) focusHeading();
  });
}
