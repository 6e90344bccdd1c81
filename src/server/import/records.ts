import type { AppContext } from '../app-context.ts';
import { audit } from '../audit/audit.ts';
import { newId } from '../db/id.ts';
import { currentRequest } from '../http/request-context.ts';
import type { Importer } from './importer.ts';
import type { Job, Verdict } from './judge-rows.ts';
import { countsOf } from './result.ts';

/** Writes down what was imported: the import, one audit row over all of it, and the mapping for the next time. */
export async function recordImport(job: Job, verdicts: readonly Verdict[]): Promise<void> {
  const { app, importer, request, mapping } = job;
  const counts = countsOf(verdicts);
  const id = await insertImport(job, 'committed', counts);
  await audit(app.db, {
    action: importer.permission,
    itemType: importer.resource,
    itemId: id,
    itemLabel: request.file_name,
    detail: { source: request.source, mode: request.mode, ...counts },
  });
  const kept = { mapping: JSON.stringify(mapping), date_format: request.date_format };
  await app.db.q
    .insertInto('import_mappings')
    .values({ source: request.source, resource: importer.resource, ...kept })
    .onConflict((conflict) => conflict.columns(['source', 'resource']).doUpdateSet(kept))
    .execute();
}

export async function recordRefusedImport(job: Job, verdicts: readonly Verdict[]): Promise<void> {
  await insertImport(job, 'refused', countsOf(verdicts));
}

async function insertImport(
  { app, importer, request, mapping }: Job,
  status: string,
  result: object,
): Promise<string> {
  const id = newId();
  await app.db.q
    .insertInto('imports')
    .values({
      id,
      resource: importer.resource,
      file_name: request.file_name,
      source: request.source,
      mapping: JSON.stringify(mapping),
      date_format: request.date_format,
      mode: request.mode,
      status,
      result: JSON.stringify(result),
      created_by: currentRequest().actor?.id ?? null,
    })
    .execute();
  return id;
}

type SavedMapping = {
  source: string;
  mapping: Record<string, string>;
  date_format: 'YYYY-MM-DD' | 'DD-MM-YYYY' | 'MM/DD/YYYY';
};

export async function savedMappings(
  app: AppContext,
  resource: Importer['resource'],
): Promise<SavedMapping[]> {
  const rows = await app.db.q
    .selectFrom('import_mappings')
    .select(['source', 'mapping', 'date_format'])
    .where('resource', '=', resource)
    .orderBy('source')
    .limit(200)
    .execute();
  // Only `recordImport` writes these rows, from a checked request.
  return rows as SavedMapping[];
}
