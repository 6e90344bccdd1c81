import { router } from './router.tsx';

/**
 * Fetches the code of the page in the address at once. The router alone would ask who is signed in first, and for the
 * code when that is answered. What goes wrong here it meets again, and shows.
 */
export function fetchCodeAhead(): void {
  const [routes] = router.getMatchedRoutes(window.location.pathname);
  for (const route of routes) router.loadRouteChunk(route)?.catch(() => {});
}
