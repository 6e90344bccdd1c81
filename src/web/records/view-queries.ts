import type { ListSetting } from '../../contract/views.ts';
import { api, type Output } from '../lib/api.ts';
import { apiQuery } from '../lib/queries.ts';
import { queryClient } from '../lib/query-client.ts';
import { messageOf } from '../ui/message-of.ts';
import { toast } from '../ui/toast.tsx';

/** What the reader keeps of all lists; loaded with the shell, so that a list opens at once as they left it. */
export const viewsQuery = apiQuery('GET /me/views');
export type Kept = Output<'GET /me/views'>;

/** Shows a change at once and sends it; when it is refused, what was there before is shown again, and why. */
export async function keepAtOnce(change: (kept: Kept) => Kept, send: () => Promise<unknown>): Promise<void> {
  const { queryKey } = viewsQuery;
  await queryClient.cancelQueries({ queryKey });
  const before = queryClient.getQueryData(queryKey);
  if (before) queryClient.setQueryData(queryKey, change(before));
  try {
    await send();
    if (!before) await queryClient.invalidateQueries({ queryKey });
  } catch (error) {
    if (before) queryClient.setQueryData(queryKey, before);
    toast.failure(messageOf(error));
    await queryClient.invalidateQueries({ queryKey });
  }
}

/** The settings with those of one list changed. */
export function withSetting(kept: Kept, list: string, change: Partial<ListSetting>): Kept {
  const known = kept.lists.find((one) => one.list === list);
  const setting = { list, hidden_columns: null, default_view_id: null, ...known, ...change };
  return { ...kept, lists: [...kept.lists.filter((one) => one !== known), setting] };
}

/** Keeps a view under its name; what is refused is for its form to show. */
export async function saveView(list: string, name: string, query: Record<string, string>): Promise<void> {
  await api('PUT /me/views', { body: { list, name, query } });
  await queryClient.invalidateQueries({ queryKey: viewsQuery.queryKey });
}
