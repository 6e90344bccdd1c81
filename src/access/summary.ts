import { ceilingOf, groupOf, type ResourceKey, resourceKeys, resourceSpec } from '../catalog/catalog.ts';
import type { Scope } from '../catalog/define.ts';
import type { ProfileGrants, ResourceGrant } from '../catalog/profile-grants.ts';
import { type RoleType, rolesOfType } from '../catalog/roles.ts';

const reach: Record<Scope, string> = {
  all: 'all',
  created: 'their own',
  created_or_assigned: 'their assigned',
};

/** One generated sentence about a profile: "Edits all organizations; views their assigned contacts; cannot export organizations." */
export function profileSummary(grants: ProfileGrants, roleType: RoleType): string {
  const shown = resourceKeys.filter((key) => grants.groups.includes(groupOf(key)));
  const of = (level: 'view' | 'edit') => shown.filter((key) => grants.resources[key]?.level === level);
  const parts = [
    phrase('edits', of('edit'), grants, (given) => given.edit_scope ?? given.view_scope),
    phrase('views', of('view'), grants, (given) => given.view_scope),
    missing(shown, grants, roleType),
  ].filter((part) => part !== '');
  if (parts.length === 0) return 'Sees nothing.';
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function phrase(
  verb: string,
  keys: ResourceKey[],
  grants: ProfileGrants,
  scopeOf: (given: ResourceGrant) => Scope | undefined,
): string {
  const byScope = new Map<string, string[]>();
  for (const key of keys) {
    const given = grants.resources[key];
    const scope = given ? scopeOf(given) : undefined;
    const words = scope ? reach[scope] : '';
    byScope.set(words, [...(byScope.get(words) ?? []), resourceSpec(key).label.toLowerCase()]);
  }
  const phrases = [...byScope].map(([words, labels]) => `${words ? `${words} ` : ''}${list(labels)}`);
  return phrases.length > 0 ? `${verb} ${phrases.join(', ')}` : '';
}

/** Actions that people of this type could hold at their level, and do not. At most three are named. */
function missing(keys: ResourceKey[], grants: ProfileGrants, roleType: RoleType): string {
  const lacking = keys.flatMap((key) => {
    const given = grants.resources[key];
    if (!given) return [];
    const possible = rolesOfType(roleType).flatMap((role) => ceilingOf(role, key)?.actions ?? []);
    return Object.entries(resourceSpec(key).actions)
      .filter(([name]) => possible.includes(name) && !given.actions.includes(name))
      .filter(([, { needs }]) => given.level === 'edit' || needs === 'view')
      .map(([name, action]) => ({
        name,
        words: action.phrase ?? `${action.label} ${resourceSpec(key).label}`.toLowerCase(),
      }));
  });
  // Nearly every list has an export: named first, they would be all that is named.
  const [exports, others] = [lacking.filter(isExport), lacking.filter((one) => !isExport(one))];
  const named = [...others, ...exports].slice(0, 3).map(({ words }) => words);
  return named.length > 0 ? `cannot ${list(named, 'or')}` : '';
}

function isExport({ name }: { name: string }): boolean {
  return name === 'export';
}

function list(words: string[], joiner = 'and'): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${joiner} ${words.at(-1)}` : (words[0] ?? '');
}
