import { AsyncLocalStorage } from 'node:async_hooks';

/** Who asks and how the request is named: what audit rows and log lines carry. */
export interface RequestContext {
  readonly requestId: string;
  readonly address: string | null;
  actor: { readonly id: string; readonly name: string } | null;
  /** As whom the actor works, inside of a log in as. */
  subject?: { readonly id: string; readonly name: string } | null;
  decisionId: string | null;
  /** When it is, where that is not now: the history of a demo company. */
  readonly at?: Date;
}

const storage = new AsyncLocalStorage<RequestContext>();

export function inRequest<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The request being answered; outside one (jobs, command line) it is the system itself. */
export function currentRequest(): RequestContext {
  return storage.getStore() ?? { requestId: 'system', address: null, actor: null, decisionId: null };
}
