import { groupKeys, resourceKeys, resourceSpec } from '../../../catalog/catalog.ts';
import type { ProfileGrants } from '../../../catalog/profile-grants.ts';
import { changesBetween } from '../../audit/audit.ts';
import type { FieldChange } from '../../db/columns.ts';

export interface ProfileContent {
  readonly name: string;
  readonly description: string;
  readonly grants: ProfileGrants;
}

/** Cell by cell what one save changed, in the order of the page. */
export function profileChanges(before: ProfileContent, after: ProfileContent): FieldChange[] {
  return changesBetween(cellsOf(before), cellsOf(after));
}

function cellsOf({ name, description, grants }: ProfileContent): Record<string, unknown> {
  const cells: Record<string, unknown> = { name, description };
  for (const group of groupKeys) cells[`groups.${group}`] = grants.groups.includes(group);
  for (const key of resourceKeys) {
    const given = grants.resources[key];
    const { actions, records } = resourceSpec(key);
    cells[`${key}.level`] = given?.level ?? 'none';
    if (records) {
      cells[`${key}.view_scope`] = given?.view_scope ?? null;
      cells[`${key}.edit_scope`] = given?.edit_scope ?? null;
    }
    for (const [action, { limited }] of Object.entries(actions)) {
      cells[`${key}.actions.${action}`] = given?.actions.includes(action) ?? false;
      if (limited) cells[`${key}.limits.${action}`] = given?.limits?.[action] ?? null;
    }
  }
  cells.may_invite = [...grants.may_invite].toSorted();
  return cells;
}
