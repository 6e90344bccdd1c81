import { type ImportRequest, importRequest } from '../../contract/imports.ts';
import type { AppContext } from '../app-context.ts';
import { inRequest } from '../http/request-context.ts';
import { loadSubject, type SessionSubject } from '../http/session-subject.ts';
import { openSession } from '../modules/session/sessions.ts';
import { addPerson } from '../modules/session/test-session.ts';
import { organizationImporter } from './import-organizations.ts';
import { userImporter } from './import-users.ts';
import type { Importer } from './importer.ts';
import { runImport } from './run-import.ts';

export interface TestPerson {
  readonly id: string;
  readonly again: () => Promise<SessionSubject | null>;
}

/** Somebody with a session, asked anew each time, as the registry does. */
export async function somebody(app: AppContext, given: Parameters<typeof addPerson>[1]): Promise<TestPerson> {
  const { id } = await addPerson(app, given);
  const { token } = await openSession(app, id, { address: '10.0.0.1', userAgent: null });
  return { id, again: () => loadSubject(app.db, token, app.clock()) };
}

export function globalAdministrator(app: AppContext): Promise<TestPerson> {
  return somebody(app, { role: 'global_administrator', profile: 'global_administrator' });
}

type Options = Partial<Omit<ImportRequest, 'content_base64'>>;

/** Imports a text, or bytes, the way a request does. */
export async function importText(
  app: AppContext,
  by: TestPerson,
  importer: Importer,
  content: string | Buffer,
  options: Options = {},
) {
  const request = importRequest.parse({
    file_name: 'test.csv',
    source: 'test',
    mapping: {},
    dry_run: false,
    ...options,
    content_base64: Buffer.from(content).toString('base64'),
  });
  const subject = await by.again();
  const actor = subject ? { id: subject.userId, name: subject.name } : null;
  return inRequest({ requestId: 'test', address: null, actor, decisionId: null }, () =>
    runImport({ app, importer, request, again: by.again }),
  );
}

export function importOrganizations(
  app: AppContext,
  by: TestPerson,
  content: string | Buffer,
  options?: Options,
) {
  return importText(app, by, organizationImporter, content, options);
}

export function importUsers(app: AppContext, by: TestPerson, content: string | Buffer, options?: Options) {
  return importText(app, by, userImporter, content, options);
}
