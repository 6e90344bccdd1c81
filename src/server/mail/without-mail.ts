import type { AppContext } from '../app-context.ts';

/** The same application, silent: for what happened long ago, or is told by other means. */
export function withoutMail(app: AppContext): AppContext {
  return { ...app, mail: { ...app.mail, queue: async () => {} } };
}
