import { useSuspenseQuery } from '@tanstack/react-query';
import { apiQuery } from '../lib/queries.ts';

export const accessQuery = apiQuery('GET /me/access');

/** What the reader's role and profile hold; only below the shell, which has loaded it. */
export function useAccess() {
  return useSuspenseQuery(accessQuery).data;
}
