import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../lib/queries.ts';
import type { ImportResource } from './use-import.ts';

const everyMs = 1500;

/** The reader's imports of one resource; asked again and again while one is running or about to. */
export function useImportRuns(resource: ImportResource, starting: boolean) {
  const query = useQuery({
    ...apiQuery('GET /imports', { query: { resource } }),
    refetchInterval: ({ state }) =>
      starting || state.data?.items.some((run) => run.state === 'running') ? everyMs : false,
  });
  return { query, items: query.data?.items ?? [] };
}
