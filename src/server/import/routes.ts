import { pathOf } from '../../catalog/paths.ts';
import type { ImportRequest } from '../../contract/imports.ts';
import type { With } from '../../contract/resource.ts';
import type { AppContext } from '../app-context.ts';
import { handler } from '../http/handlers.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import type { Importer } from './importer.ts';
import { savedMappings } from './records.ts';
import { runImport } from './run-import.ts';

interface Order {
  readonly body: ImportRequest;
  readonly again: () => Promise<SessionSubject | null>;
}

/** The handlers of `importRoutes`. */
export function importHandlers<R extends With<'import'>>(app: AppContext, importer: Importer<R>) {
  const path = pathOf(importer.resource);
  return {
    ...handler(`GET ${path}/import` as const, () => formOf(app, importer)),
    ...handler(`POST ${path}/import` as const, ({ body, again }: Order) =>
      runImport({ app, importer, request: body, again }),
    ),
  };
}

async function formOf(app: AppContext, importer: Importer) {
  const fields = importer.fields.map(({ key, label, required, says }) => ({
    field: key,
    label,
    required,
    says,
  }));
  return { fields, saved_mappings: await savedMappings(app, importer.resource) };
}
