import {
  catalog,
  type GroupKey,
  groupKeys,
  type ResourceKey,
  resourceKeys,
  resourceSpec,
} from '../../../catalog/catalog.ts';
import type { Level } from '../../../catalog/define.ts';
import { formatMoney } from '../../lib/format.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { offerOf } from './ceilings.ts';
import {
  type Draft,
  type Limits,
  levelOf,
  type Row,
  usableActions,
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

/** Cell by cell what turns one state into the other, in the order of the page. */
export function changesOf(
  before: Draft,
  after: Draft,
  nameOfProfile: (id: string) => string = (id) => id,
): Change[] {
  return [
    ...plain('name', before.name, after.name),
    ...plain('description', before.description, after.description),
    ...groupKeys.flatMap((group) => groupChange(before, after, group)),
    ...resourceKeys.flatMap((key) => rowChanges(before, after, key)),
    ...inviteChanges(before, after, nameOfProfile),
  ];
}

function changed(cell: Cell, label: string, before: string, after: string): Change[] {
  return before === after ? [] : [{ cell, key: keyOfCell(cell), label, before, after }];
}

function plain(kind: 'name' | 'description', before: string, after: string): Change[] {
  return changed({ kind }, profileTexts[kind], before, after);
}

function groupChange(before: Draft, after: Draft, group: GroupKey): Change[] {
  const words = (draft: Draft) => (draft.groups.includes(group) ? profileTexts.visible : profileTexts.hidden);
  return changed(
    { kind: 'group', group },
    profileTexts.groupCell(catalog[group].label),
    words(before),
    words(after),
  );
}

/** The changes of one row; a row that is the same object has none. */
export function rowChanges(before: Draft, after: Draft, resource: ResourceKey): Change[] {
  const from = before.rows[resource];
  const to = after.rows[resource];
  if (from === to && before.type === after.type) return [];
  return changesOfRow(after.type, resource, from, to);
}

export function changesOfRow(type: Draft['type'], resource: ResourceKey, from: Row, to: Row): Change[] {
  const offer = offerOf(type, resource);
  const levels = { from: levelOf(from, offer), to: levelOf(to, offer) };
  const name = resourceSpec(resource).label;
  const scoped = offer.scopes.length > 0;
  const view = scoped && levels.to !== 'none';
  const edit =
    scoped && levels.to === 'edit' && (from.edit_scope !== to.edit_scope || levels.from !== 'edit');
  // A second line for editing only where it says something that the line for viewing does not.
  const editTells =
    edit &&
    (to.edit_scope !== to.view_scope || (levels.from === 'edit' && from.view_scope === to.view_scope));
  const held = { from: usableActions(from, offer), to: usableActions(to, offer) };
  return [
    ...changed(
      { kind: 'level', resource },
      profileTexts.cell(name, profileTexts.access),
      levelWord(levels.from),
      levelWord(levels.to),
    ),
    ...(view
      ? changed(
          { kind: 'view_scope', resource },
          profileTexts.cell(name, profileTexts.records),
          scopeWord(levels.from !== 'none', from.view_scope),
          scopeWord(true, to.view_scope),
        )
      : []),
    ...(editTells
      ? changed(
          { kind: 'edit_scope', resource },
          profileTexts.cell(name, profileTexts.editing),
          scopeWord(levels.from === 'edit', from.edit_scope),
          scopeWord(true, to.edit_scope),
        )
      : []),
    ...offer.actions.flatMap(({ key, spec }) => [
      ...changed(
        { kind: 'action', resource, action: key },
        profileTexts.cell(name, spec.label),
        grantedWord(held.from, key),
        grantedWord(held.to, key),
      ),
      ...(spec.limited && held.to.includes(key)
        ? changed(
            { kind: 'limit', resource, action: key },
            profileTexts.limitCell(name, spec.label),
            limitWord(from.limits[key]),
            limitWord(to.limits[key]),
          )
        : []),
    ]),
  ];
}

function levelWord(level: Level): string {
  return profileTexts.levels[level];
}

function scopeWord(applies: boolean, scope: Row['view_scope']): string {
  return applies ? profileTexts.scopes[scope] : profileTexts.nothing;
}

function grantedWord(held: readonly string[], action: string): string {
  return held.includes(action) ? profileTexts.granted : profileTexts.notGranted;
}

function limitWord(limits: Limits | undefined): string {
  const amounts = Object.entries(limits ?? {}).toSorted(([a], [b]) => a.localeCompare(b));
  return (
    amounts.map(([currency, amount]) => formatMoney({ amount, currency })).join(', ') || profileTexts.noLimit
  );
}

function inviteChanges(before: Draft, after: Draft, nameOf: (id: string) => string): Change[] {
  const ids = [...new Set([...before.may_invite, ...after.may_invite])];
  return ids.flatMap((profile) =>
    changed(
      { kind: 'may_invite', profile },
      profileTexts.inviteCell(nameOf(profile)),
      grantedWord(before.may_invite, profile),
      grantedWord(after.may_invite, profile),
    ),
  );
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
      return withViewScope(row, source.view_scope);
    case 'edit_scope':
      return withEditScope(row, source.edit_scope);
    case 'action':
      return withAction(row, cell.action, source.actions.includes(cell.action));
    case 'limit':
      return { ...row, limits: { ...row.limits, [cell.action]: source.limits[cell.action] ?? {} } };
  }
}

export function withMember(list: readonly string[], id: string, member: boolean): readonly string[] {
  const others = list.filter((each) => each !== id);
  return member ? [...others, id] : others;
}

/** The reader's own changes, put onto a state that somebody else saved in between. */
export function rebase(draft: Draft, from: Draft, onto: Draft): Draft {
  return changesOf(from, draft).reduce((next, change) => withCellFrom(next, draft, change.cell), onto);
}
