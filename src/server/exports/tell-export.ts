import { resourceSpec } from '../../catalog/catalog.ts';
import type { AppContext } from '../app-context.ts';
import { notify } from '../notifications/notify.ts';
import type { ExportRow } from './run-export.ts';

/** Tells whoever wanted an export how it ended. */
export async function tellExport(
  app: AppContext,
  { resource, created_by }: ExportRow,
  result: string,
): Promise<void> {
  await notify(app, {
    kind: 'export_finished',
    resource,
    label: resourceSpec(resource).label.toLowerCase(),
    people: [created_by],
    data: { result },
  });
}
