import type { AppContext } from '../app-context.ts';
import type { Importer } from './importer.ts';

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
