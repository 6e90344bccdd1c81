import { pathOf } from '../../catalog/paths.ts';
import type { ExportableKey } from '../../catalog/record-resources.ts';
import { addressOf, api } from '../lib/api.ts';
import { queryClient } from '../lib/query-client.ts';
import type { Listed, Query } from './record-queries.ts';

/** Lets the browser save the list while the server sends it. */
export function downloadList(resource: Listed, query: Query): void {
  const path = pathOf(resource);
  saveFile(addressOf(`GET ${path}/export.csv`, { query }), `${path.slice(1)}.csv`);
}

function saveFile(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}

/** Asks the server to write the list while its reader does something else. */
export async function startLongExport(resource: ExportableKey, query: Query): Promise<void> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const texts = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
  await api('POST /exports', { body: { resource, query: texts } });
  await queryClient.invalidateQueries({ queryKey: ['exports'] });
}
