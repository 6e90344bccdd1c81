import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { permissionSpec } from '../../catalog/catalog.ts';
import type { RouteSpec } from '../../contract/route.ts';
import type { AppContext } from '../app-context.ts';
import { loadLoggedInAs } from './login-as-subject.ts';
import { Problem } from './problem.ts';
import { currentRequest } from './request-context.ts';
import { loginAsCookie, sessionCookie } from './session-cookie.ts';
import { loadSubject, type SessionSubject } from './session-subject.ts';

/** Names the person a page was drawn for: what another tab has begun or ended meanwhile must not change who acts. */
const drawnFor = 'ambit-user';

/**
 * Who sends a request: the person of the session, or whom they are logged in as. When that is over it is refused, never
 * answered as the person of the session, who would then do with wider rights what was meant for narrower ones.
 */
export async function callerOf(app: AppContext, request: FastifyRequest): Promise<SessionSubject | null> {
  const token = request.cookies[sessionCookie];
  const own = token ? await loadSubject(app.db, token, app.clock()) : null;
  const other = request.cookies[loginAsCookie];
  const caller = own && other ? await loadLoggedInAs(app.db, own, other) : own;
  if (own && !caller) throw new Problem('login-as/ended');
  return caller;
}

/** The caller as the one who acts in this request: for the log, and refused what is closed to them. */
export function enter(caller: SessionSubject, spec: RouteSpec, request: FastifyRequest): void {
  const { loggedInAs } = caller;
  const self = { id: caller.userId, name: caller.name };
  const context = currentRequest();
  context.actor = loggedInAs?.actor ?? self;
  context.subject = loggedInAs ? self : null;
  const expected = request.headers[drawnFor];
  if (expected !== undefined && expected !== caller.userId) throw new Problem('session/other-person');
  if (loggedInAs && !spec.insideLoginAs) refuse(spec);
}

function refuse({ access }: RouteSpec): never {
  if (access.kind !== 'permit') throw new Problem('access/inside-login-as');
  const { permission } = access;
  const { resource } = permissionSpec(permission);
  throw new Problem('access/inside-login-as', {
    refusal: { action: permission, itemType: resource, itemId: null },
  });
}
