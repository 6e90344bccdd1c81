import { resourceSpec } from '../../catalog/catalog.ts';
import { currentRequest } from '../http/request-context.ts';
import { notify } from '../notifications/notify.ts';
import type { Job } from './judge-rows.ts';

/** Tells whoever started an import how it ended: they may have left its page long ago. */
export async function tellImport({ app, importer }: Job, result: string): Promise<void> {
  const { resource } = importer;
  await notify(app, {
    kind: 'import_finished',
    resource,
    label: resourceSpec(resource).label.toLowerCase(),
    people: [currentRequest().actor?.id ?? null],
    data: { result },
  });
}
