import { isResource, permissionSpec, permissions, resourceSpec } from '../../catalog/catalog.ts';
import { roles, roleTypeLabels } from '../../catalog/roles.ts';
import { humanize } from '../lib/words.ts';
import { auditTexts } from '../texts/audit-log.ts';

const events: Readonly<Record<string, string>> = { ...auditTexts.sessionEvents, ...auditTexts.events };

/** "users.reset_password" -> "Reset password", in the words of the catalog where it has them. */
export function actionLabel(action: string): string {
  const permission = permissions.find((known) => known === action);
  const label = permission ? permissionSpec(permission).action?.label : undefined;
  return events[action] ?? label ?? humanize(action.slice(action.indexOf('.') + 1));
}

/** What kind of thing an audit entry is about. */
export function itemTypeLabel(type: string): string {
  return isResource(type) ? resourceSpec(type).label : humanize(type);
}

const words: Readonly<Record<string, string>> = {
  ...roleTypeLabels,
  ...Object.fromEntries(Object.entries(roles).map(([key, role]) => [key, role.label])),
};

/** Roles and role types in a recorded change, in words. */
export function keyLabel(value: string): string | undefined {
  return Object.hasOwn(words, value) ? words[value] : undefined;
}
