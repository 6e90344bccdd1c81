import { canLogInAs } from '../../access/can-confer.ts';
import { type Grants, insideLoginAs } from '../../access/grants.ts';
import type { Row as AnyRow } from '../../access/holds.ts';
import type { Permission } from '../../catalog/catalog.ts';
import { routeKeys, routeSpec } from '../../contract/routes.ts';
import type { Database } from '../db/database.ts';
import {
  hashToken,
  type PersonRow,
  personColumns,
  personOf,
  type SessionSubject,
} from './session-subject.ts';

interface InsideRow extends PersonRow {
  login_as_id: string;
  reason: string;
  expires_at: Date;
}

const insideText = `select l.id as login_as_id, l.reason, l.expires_at, ${personColumns}
from login_as_sessions l join users u on u.id = l.user_id join profiles p on p.id = u.profile_id
where l.token_hash = $1 and l.actor_session_id = $2 and l.expires_at > $3 and u.status = 'active'`;

/**
 * The person somebody is logged in as, with what of their rights may be used there. Null once it is over: in time, or
 * because the actor could not start it now. The token alone is nothing: it belongs to the session it was started from.
 */
export async function loadLoggedInAs(
  db: Database,
  actor: SessionSubject,
  token: string,
): Promise<SessionSubject | null> {
  const { sessionId: actorSessionId, now } = actor;
  const [row] = await db.raw<InsideRow>(insideText, [hashToken(token), actorSessionId, now]);
  if (!row) return null;
  const person = await personOf(db, row, now);
  const [record] = await db.raw<AnyRow>('select * from users where id = $1', [row.user_id]);
  if (!record || canLogInAs(actor, person, record) !== null) return null;
  return {
    ...person,
    grants: usableInside(person.grants),
    sessionId: row.login_as_id,
    loggedInAs: {
      actor: { id: actor.userId, name: actor.name },
      actorSessionId,
      reason: row.reason,
      expiresAt: row.expires_at,
    },
  };
}

/** Permissions that some open route asks for. What no such route asks for is closed, and is not offered either. */
const usable: ReadonlySet<Permission> = new Set(
  routeKeys.flatMap((key) => {
    const { access, insideLoginAs: open } = routeSpec(key);
    return open && access.kind === 'permit' ? [access.permission] : [];
  }),
);

const narrowed = new WeakMap<Grants, Grants>();

function usableInside(grants: Grants): Grants {
  const known = narrowed.get(grants);
  if (known) return known;
  const inside = insideLoginAs(grants, (permission) => usable.has(permission));
  narrowed.set(grants, inside);
  return inside;
}
