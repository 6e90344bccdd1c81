import type { z } from 'zod';
import { editFieldsOf, type Grants, grantOf, hasGrant } from '../../../access/grants.ts';
import {
  groupOf,
  permissionSpec,
  permissions,
  permissionsOf,
  type ResourceKey,
  resourceKeys,
} from '../../../catalog/catalog.ts';
import type { sessionRoutes } from '../../../contract/session.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { labelOf } from './own-details.ts';

type Answer = z.output<(typeof sessionRoutes)['GET /me/access']['output']>;

/** What the page draws from, read off the same grants that every request is decided by. */
export function accessOf({
  grants,
  profile,
  loggedInAs,
}: Pick<SessionSubject, 'grants' | 'profile' | 'loggedInAs'>): Answer {
  const held = permissions.filter((permission) => hasGrant(grants, permission));
  const groups = new Set(held.map((permission) => groupOf(permissionSpec(permission).resource)));
  return {
    role: grants.role,
    role_label: labelOf(grants.role),
    profile: { id: profile.id, key: profile.key, name: profile.name, version: profile.version },
    login_as: loggedInAs?.actor ?? null,
    groups: [...groups],
    resources: Object.fromEntries(
      resourceKeys.map((resource) => [resource, resourceAccess(grants, resource)]),
    ),
  };
}

function resourceAccess(grants: Grants, resource: ResourceKey): Answer['resources'][string] {
  const held = permissionsOf(resource).filter((permission) => hasGrant(grants, permission));
  const byVerb = new Map(
    held.map((permission) => [permissionSpec(permission).verb, grantOf(grants, permission)]),
  );
  const actions = held.filter((permission) => permissionSpec(permission).action !== null);
  const edits = byVerb.has('edit');
  return {
    level: edits ? 'edit' : byVerb.has('view') ? 'view' : 'none',
    view_scope: byVerb.get('view')?.scope ?? null,
    edit_scope: byVerb.get('edit')?.scope ?? null,
    actions: actions.map((permission) => permissionSpec(permission).verb),
    limits: Object.fromEntries(
      actions.flatMap((permission) => {
        const { limits } = grantOf(grants, permission);
        return limits ? [[permissionSpec(permission).verb, { ...limits }]] : [];
      }),
    ),
    edit_fields: edits ? copyOf(editFieldsOf(grants, resource)) : null,
  };
}

function copyOf(fields: readonly string[] | null): string[] | null {
  return fields ? [...fields] : null;
}
