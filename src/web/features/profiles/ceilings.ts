import { ceilingOf, type ResourceKey, resourceSpec } from '../../../catalog/catalog.ts';
import { type AccessLevel, type ActionSpec, type Scope, scopes } from '../../../catalog/define.ts';
import { type Role, type RoleType, roles, rolesOfType } from '../../../catalog/roles.ts';

/** An action that at least one role of the type can hold. */
export type OfferedAction = { key: string; spec: ActionSpec; only: string | null };

/** What the editor offers of one resource: the union over the roles of the type. */
export type Offer = {
  resource: ResourceKey;
  levels: readonly AccessLevel[];
  /** Whom the Edit level is confined to, when not every role of the type can use it. */
  editOnly: string | null;
  editFields: readonly string[] | null;
  /** Empty: the resource has no records of somebody. */
  scopes: readonly Scope[];
  actions: readonly OfferedAction[];
};

const known = new Map<string, Offer>();

/** The offer of a resource to a role type. The same object for the same question, so that rows can be remembered. */
export function offerOf(type: RoleType, resource: ResourceKey): Offer {
  const key = `${type} ${resource}`;
  const offer = known.get(key) ?? makeOffer(type, resource);
  known.set(key, offer);
  return offer;
}

function makeOffer(type: RoleType, resource: ResourceKey): Offer {
  const spec = resourceSpec(resource);
  const all = rolesOfType(type);
  const holders = all.filter((role) => ceilingOf(role, resource) !== undefined);
  const editors = holders.filter((role) => ceilingOf(role, resource)?.level === 'edit');
  const levels = spec.levels.filter((level) => (level === 'edit' ? editors : holders).length > 0);
  return {
    resource,
    levels,
    editOnly: levels.includes('edit') ? onlyOf(editors, all) : null,
    editFields: editors.map((role) => ceilingOf(role, resource)?.editFields ?? null).find(Boolean) ?? null,
    scopes: levels.length > 0 ? scopesOf(type, resource) : [],
    actions: Object.entries(spec.actions).flatMap(([action, actionSpec]) => {
      const able = all.filter((role) => holdsAction(role, resource, action));
      return able.length > 0 ? [{ key: action, spec: actionSpec, only: onlyOf(able, all) }] : [];
    }),
  };
}

function holdsAction(role: Role, resource: ResourceKey, action: string): boolean {
  return ceilingOf(role, resource)?.actions.includes(action) ?? false;
}

/** Where nothing is ever assigned to a role type, "created or assigned" would only repeat "created". */
function scopesOf(type: RoleType, resource: ResourceKey): readonly Scope[] {
  const records = resourceSpec(resource).records;
  if (!records) return [];
  return scopes.filter((scope) => scope !== 'created_or_assigned' || records.assigned[type] !== undefined);
}

function onlyOf(able: readonly Role[], all: readonly Role[]): string | null {
  if (able.length === all.length) return null;
  return `${able.map((role) => `${roles[role].label}s`).join(', ')} only`;
}
