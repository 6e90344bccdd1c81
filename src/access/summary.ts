import { ceilingOf, groupOf, type ResourceKey, resourceKeys, resourceSpec } from '../catalog/catalog.ts';
import type { AccessLevel, Scope } from '../catalog/define.ts';
import type { ProfileGrants, ResourceGrant } from '../catalog/profile-grants.ts';
import { type RoleType, rolesOfType } from '../catalog/roles.ts';

const reach: Record<Scope, string> = {
  all: 'all',
  created: 'their own',
  created_or_assigned: 'their assigned',
};

/** One generated sentence about a profile: "Edits all organizations; views all cases; can reply to cases; cannot export cases." */
export function profileSummary(grants: ProfileGrants, roleType: RoleType): string {
  const shown = resourceKeys.filter((key) => grants.groups.includes(groupOf(key)));
  const of = (level: 'view' | 'edit') => shown.filter((key) => grants.resources[key]?.level === level);
  const parts = [
    phrase('edits', of('edit'), grants, (given) => given.edit_scope ?? given.view_scope),
    phrase('views', of('view'), grants, (given) => given.view_scope),
    held(of('view'), grants),
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

/** What they do to records that they only view, so that viewing is not taken for reading alone. */
function held(keys: ResourceKey[], grants: ProfileGrants): string {
  const [named, rest] = cut(
    keys.flatMap((key) => wordsOf(key, (name) => grants.resources[key]?.actions.includes(name) === true)),
    5,
  );
  if (named.length === 0) return '';
  return `can ${list(rest > 0 ? [...named, rest === 1 ? 'do 1 more thing' : `do ${rest} more things`] : named)}`;
}

/** Actions that people of this type could hold at their level, and do not. At most three are named. */
function missing(keys: ResourceKey[], grants: ProfileGrants, roleType: RoleType): string {
  const lacking = keys.flatMap((key) => {
    const given = grants.resources[key];
    if (!given) return [];
    const possible = rolesOfType(roleType).flatMap((role) => ceilingOf(role, key)?.actions ?? []);
    return wordsOf(
      key,
      (name, needs) =>
        possible.includes(name) &&
        !given.actions.includes(name) &&
        (given.level === 'edit' || needs === 'view'),
    );
  });
  const [named] = cut(lacking, 3);
  return named.length > 0 ? `cannot ${list(named, 'or')}` : '';
}

interface ActionWords {
  readonly name: string;
  readonly words: string;
}

function wordsOf(key: ResourceKey, wanted: (name: string, needs: AccessLevel) => boolean): ActionWords[] {
  const { actions, label } = resourceSpec(key);
  return Object.entries(actions)
    .filter(([name, { needs }]) => wanted(name, needs))
    .map(([name, action]) => ({ name, words: action.phrase ?? `${action.label} ${label}`.toLowerCase() }));
}

/** The first of them, and how many are left. Nearly every list has an export: named first, they would be all that is named. */
function cut(actions: readonly ActionWords[], most: number): [named: string[], rest: number] {
  const [exports, others] = [actions.filter(isExport), actions.filter((one) => !isExport(one))];
  const sorted = [...others, ...exports].map(({ words }) => words);
  return [sorted.slice(0, most), Math.max(0, sorted.length - most)];
}

function isExport({ name }: ActionWords): boolean {
  return name === 'export';
}

function list(words: string[], joiner = 'and'): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${joiner} ${words.at(-1)}` : (words[0] ?? '');
}
