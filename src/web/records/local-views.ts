import type { viewNameLength } from '../../contract/views.ts';
import { api } from '../lib/api.ts';
import { ApiProblem } from '../lib/api-problem.ts';
import { queryClient } from '../lib/query-client.ts';
import { type Kept, viewsQuery } from './view-queries.ts';

const longest: typeof viewNameLength = 80;
const viewsKey = 'ambit.views.';
const columnsKey = 'ambit.columns.';

type LocalView = { name: string; search: Record<string, string> };

function isView(value: unknown): value is LocalView {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('search' in value)) return false;
  return typeof value.name === 'string' && typeof value.search === 'object' && value.search !== null;
}

export function readLocalViews(text: string | null): readonly LocalView[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(stored) ? stored.filter(isView) : [];
  } catch {
    // Somebody edited the storage by hand: there is nothing to take over.
    return [];
  }
}

/** Views and columns that this browser kept before the server did go to the server, once; what is there already stays. */
export async function takeOverLocalViews(): Promise<void> {
  const keys = Object.keys(localStorage).filter(
    (key) => key.startsWith(viewsKey) || key.startsWith(columnsKey),
  );
  if (keys.length === 0) return;
  const kept = await queryClient.ensureQueryData(viewsQuery);
  for (const key of keys) {
    const sent = key.startsWith(viewsKey) ? sendViews(kept, key) : sendColumns(kept, key);
    if (await sent.then(() => true, wasRefused)) localStorage.removeItem(key);
  }
  await queryClient.invalidateQueries({ queryKey: viewsQuery.queryKey });
}

/** A list or filter that is no more will not come back; a server out of reach will. */
function wasRefused(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 422;
}

async function sendViews(kept: Kept, key: string): Promise<void> {
  const list = key.slice(viewsKey.length);
  const known = kept.items.filter((view) => view.list === list).map((view) => view.name);
  for (const { name, search: query } of readLocalViews(localStorage.getItem(key))) {
    const short = name.trim().slice(0, longest).trim();
    if (!short || known.includes(short)) continue;
    await api('PUT /me/views', { body: { list, name: short, query } }).catch((error: unknown) => {
      if (!wasRefused(error)) throw error;
    });
  }
}

async function sendColumns(kept: Kept, key: string): Promise<void> {
  const list = key.slice(columnsKey.length);
  if (kept.lists.some((one) => one.list === list && one.hidden_columns !== null)) return;
  const hidden_columns = localStorage.getItem(key)?.split(',').filter(Boolean) ?? [];
  await api('PUT /me/lists', { body: { list, hidden_columns } });
}
