import { createRoute, redirect } from '@tanstack/react-router';
import { accessQuery } from '../access/use-access.ts';
import { sessionQuery } from '../access/use-session.ts';
import { ApiProblem } from '../lib/api-problem.ts';
import { drawFor, isPersonChange } from '../lib/person.ts';
import { queryClient } from '../lib/query-client.ts';
import { viewsQuery } from '../records/view-queries.ts';
import { CrashPage } from './crash-page.tsx';
import { lazyPage } from './lazy-page.ts';
import { rootRoute } from './root-route.tsx';

/** Everything below needs a session: it loads who is signed in and what they hold, or leads to the sign-in page. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: lazyPage(() => import('./shell.tsx'), 'Shell'),
  errorComponent: CrashPage,
  beforeLoad: async ({ location }) => {
    try {
      const [{ user }] = await Promise.all([
        queryClient.ensureQueryData(sessionQuery),
        queryClient.ensureQueryData(accessQuery),
      ]);
      drawFor(user.id);
      // Lists open as their reader left them; without an answer they open as they are.
      void queryClient.prefetchQuery(viewsQuery);
      // Rights may change at any time: each page that is opened looks again, without making the reader wait.
      void queryClient.prefetchQuery({ ...accessQuery, staleTime: 0 });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      // The page is being loaded again, for whoever it is then: nothing is drawn until it is.
      if (isPersonChange(error.code)) return new Promise<void>(() => undefined);
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { return: location.href } });
    }
  },
});
