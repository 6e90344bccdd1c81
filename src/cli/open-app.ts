import type { AppContext } from '../server/app-context.ts';
import type { Config } from '../server/config.ts';
import { newId } from '../server/db/id.ts';
import { inRequest } from '../server/http/request-context.ts';
import { openApp } from '../server/main.ts';

/** Opens the installation of a configuration for one command, and closes it again whatever happens. */
export async function withApp<T>(config: Config, work: (app: AppContext) => Promise<T>): Promise<T> {
  const { app, close } = await openApp({ ...config, logLevel: 'silent' });
  try {
    return await inRequest(
      { requestId: `cli-${newId()}`, address: null, actor: null, decisionId: null },
      () => work(app),
    );
  } finally {
    await close();
  }
}
