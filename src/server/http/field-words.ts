import {
  catalog,
  groupKeys,
  isPermission,
  isResource,
  permissionSpec,
  resourceSpec,
} from '../../catalog/catalog.ts';

/** A changed field as people call it: `payment_terms_days` reads "payment terms days", `users.actions.invite` "Users: Invite". */
export function fieldWords(field: string): string {
  const [first = '', ...rest] = field.split('.');
  if (isResource(first)) return `${resourceSpec(first).label}: ${cellWords(first, rest)}`;
  const group = groupKeys.find((key) => first === 'groups' && key === rest[0]);
  return group ? `${catalog[group].label} in the navigation` : plain(field);
}

const cells: Readonly<Record<string, string>> = {
  level: 'access',
  view_scope: 'records',
  edit_scope: 'records for editing',
};

function cellWords(resource: string, [cell = '', verb = '']: readonly string[]): string {
  const permission = `${resource}.${verb}`;
  const action = isPermission(permission) ? permissionSpec(permission).action : null;
  return action?.label ?? cells[cell] ?? plain([cell, verb].join(' '));
}

function plain(field: string): string {
  return field
    .replace(/_ids?$/, '')
    .replaceAll(/[._]+/g, ' ')
    .trim();
}
