import { useSuspenseQuery } from '@tanstack/react-query';
import { apiQuery } from '../lib/queries.ts';

export const sessionQuery = apiQuery('GET /session');

/** Who is signed in; only below the shell, which has loaded it. */
export function useSession() {
  return useSuspenseQuery(sessionQuery).data;
}
