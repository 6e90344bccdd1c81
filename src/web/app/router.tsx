import { createRoute, createRouter } from '@tanstack/react-router';
import { NotFound } from '../access/not-found.tsx';
import { parseUrlSearch, stringifyUrlSearch } from '../lib/url-search.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { myProfileRoute, publicRoutes } from './account-routes.tsx';
import { CrashPage } from './crash-page.tsx';
import { featureRoutes } from './feature-routes.tsx';
import { HomePage } from './home-page.tsx';
import { rootRoute } from './root-route.tsx';
import { shellRoute } from './shell-route.tsx';

const homeRoute = createRoute({ getParentRoute: () => shellRoute, path: '/', component: HomePage });
const missingRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFound });

const routeTree = rootRoute.addChildren([
  ...publicRoutes,
  shellRoute.addChildren([homeRoute, ...featureRoutes, myProfileRoute, missingRoute]),
]);

export const router = createRouter({
  routeTree,
  parseSearch: parseUrlSearch,
  stringifySearch: stringifyUrlSearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: Skeleton,
  defaultErrorComponent: CrashPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
