import type { GroupKey, ResourceKey } from '../../../catalog/catalog.ts';
import {
  type Draft,
  isInside,
  type Row,
  withAction,
  withEditScope,
  withGroup,
  withRow,
  withViewScope,
} from './draft.ts';

/** One value of a profile that can be changed and undone by itself. */
export type Cell =
  | { readonly kind: 'name' | 'description' }
  | { readonly kind: 'group'; readonly group: GroupKey }
  | { readonly kind: 'level' | 'view_scope' | 'edit_scope'; readonly resource: ResourceKey }
  | { readonly kind: 'action' | 'limit'; readonly resource: ResourceKey; readonly action: string }
  | { readonly kind: 'may_invite'; readonly profile: string };

export type Change = { cell: Cell; key: string; label: string; before: string; after: string };

export function keyOfCell(cell: Cell): string {
  return Object.values(cell).join(' ');
}

export function changed(cell: Cell, label: string, before: string, after: string): Change[] {
  return before === after ? [] : [{ cell, key: keyOfCell(cell), label, before, after }];
}

/** The draft with one cell as it is in `source`: undo takes the saved state, rebasing the reader's own. */
export function withCellFrom(draft: Draft, source: Draft, cell: Cell): Draft {
  switch (cell.kind) {
    case 'name':
      return { ...draft, name: source.name };
    case 'description':
      return { ...draft, description: source.description };
    case 'group':
      return withGroup(draft, cell.group, source.groups.includes(cell.group));
    case 'may_invite':
      return {
        ...draft,
        may_invite: withMember(draft.may_invite, cell.profile, source.may_invite.includes(cell.profile)),
      };
    case 'level':
    case 'view_scope':
    case 'edit_scope':
    case 'action':
    case 'limit':
      return withRow(
        draft,
        cell.resource,
        rowWithCell(draft.rows[cell.resource], source.rows[cell.resource], cell),
      );
  }
}

type RowCell = Extract<Cell, { resource: ResourceKey }>;

export function rowWithCell(row: Row, source: Row, cell: RowCell): Row {
  switch (cell.kind) {
    case 'level':
      return { ...row, level: source.level };
    case 'view_scope':
      return withSavedView(row, source);
    case 'edit_scope':
      return isInside(source.edit_scope, row.view_scope)
        ? withEditScope(row, source.edit_scope)
        : { ...row, view_scope: source.view_scope, edit_scope: source.edit_scope };
    case 'action':
      return withAction(row, cell.action, source.actions.includes(cell.action));
    case 'limit':
      return { ...row, limits: { ...row.limits, [cell.action]: source.limits[cell.action] ?? {} } };
  }
}

/** Undoing one of the two scopes leaves the other where it is. */
function withSavedView(row: Row, source: Row): Row {
  const next = withViewScope(row, source.view_scope);
  return row.edit_scope === source.edit_scope ? withEditScope(next, source.edit_scope) : next;
}

export function withMember(list: readonly string[], id: string, member: boolean): readonly string[] {
  const others = list.filter((each) => each !== id);
  return member ? [...others, id] : others;
}
