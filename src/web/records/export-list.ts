import { pathOf } from '../../catalog/paths.ts';
import { exportableResources } from '../../catalog/record-resources.ts';
import { addressOf, api } from '../lib/api.ts';
import { queryClient } from '../lib/query-client.ts';
import { exportTexts } from '../texts/exports.ts';
import { toast } from '../ui/toast.tsx';
import { type Listed, type Query, recordQueries } from './record-queries.ts';

/** A short list is saved while the server sends it; a long one is written while its reader does something else. */
export async function exportList(resource: Listed, query: Query, onLong: () => Promise<void>): Promise<void> {
  const { sort: _sort, ...filters } = query;
  const { capped } = await queryClient.fetchQuery(recordQueries(resource).count(filters));
  const long = exportableResources.find((key) => key === resource);
  if (capped && long) {
    await api('POST /exports', { body: { resource: long, query: textsOf(query) } });
    await queryClient.invalidateQueries({ queryKey: ['exports'] });
    await onLong();
    toast.success(exportTexts.startedTitle, exportTexts.startedText);
    return;
  }
  const path = pathOf(resource);
  saveFile(addressOf(`GET ${path}/export.csv`, { query }), `${path.slice(1)}.csv`);
}

function textsOf(query: Query): Record<string, string> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

function saveFile(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
