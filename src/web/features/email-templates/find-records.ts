import type { EmailTemplate } from '../../../contract/email-templates.ts';
import { queryClient } from '../../lib/query-client.ts';
import { recordName } from '../../records/record-names.ts';
import { recordQueries } from '../../records/record-queries.ts';
import type { LookupItem } from '../../ui/lookup-field.tsx';

type Subject = NonNullable<EmailTemplate['preview_with']>;

/** Records to preview with, as their list finds them for the reader. */
export async function findRecords<R extends Subject>(
  resource: R,
  q: string,
  _signal: AbortSignal,
): Promise<readonly LookupItem[]> {
  const query = { ...(q ? { q } : {}), limit: 20 };
  const { items } = await queryClient.fetchQuery(recordQueries(resource).page(query));
  return items.map((row) => {
    const { name, note } = recordName(resource, row);
    return { id: row.id, name, note: note ?? undefined };
  });
}
