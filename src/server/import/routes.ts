import type { importRoutes } from '../../contract/imports.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../http/handlers.ts';
import { organizationImporter } from './import-organizations.ts';
import { userImporter } from './import-users.ts';
import type { Importer } from './importer.ts';
import { savedMappings } from './records.ts';
import { runImport } from './run-import.ts';

export function importHandlers(app: AppContext): Handlers<typeof importRoutes> {
  return {
    'GET /organizations/import': () => formOf(app, organizationImporter),
    'POST /organizations/import': ({ body, again }) =>
      runImport({ app, importer: organizationImporter, request: body, again }),
    'GET /users/import': () => formOf(app, userImporter),
    'POST /users/import': ({ body, again }) =>
      runImport({ app, importer: userImporter, request: body, again }),
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
