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
import { type Offer, type OfferedAction, offerOf } from './ceilings.ts';
import {
  type Draft,
  isInside,
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

/** Only what was chosen by itself is a cell: what a level brings or takes along is told with the level. */
export function changesOfRow(type: Draft['type'], resource: ResourceKey, from: Row, to: Row): Change[] {
  const offer = offerOf(type, resource);
  const before = { row: from, level: levelOf(from, offer), held: usableActions(from, offer) };
  const after = { row: to, level: levelOf(to, offer), held: usableActions(to, offer) };
  const name = resourceSpec(resource).label;
  return [
    ...changed(
      { kind: 'level', resource },
      profileTexts.cell(name, profileTexts.access),
      levelWord(before.level),
      levelAfter(offer, before, after),
    ),
    ...(offer.scopes.length > 0 ? scopeChanges(resource, name, before, after) : []),
    ...offer.actions.flatMap((action) => actionChanges(resource, name, action, before, after)),
  ];
}

type Side = { row: Row; level: Level; held: readonly string[] };

function scopeChanges(resource: ResourceKey, name: string, before: Side, after: Side): Change[] {
  const [from, to] = [before.row, after.row];
  const bothView = before.level !== 'none' && after.level !== 'none';
  const bothEdit = before.level === 'edit' && after.level === 'edit';
  const follows = from.edit_scope === from.view_scope && to.edit_scope === to.view_scope;
  const { scopes } = profileTexts;
  return [
    ...(bothView
      ? changed(
          { kind: 'view_scope', resource },
          profileTexts.cell(name, profileTexts.records),
          scopes[from.view_scope],
          scopes[to.view_scope],
        )
      : []),
    ...(bothEdit && !follows
      ? changed(
          { kind: 'edit_scope', resource },
          profileTexts.cell(name, profileTexts.editing),
          scopes[from.edit_scope],
          scopes[to.edit_scope],
        )
      : []),
  ];
}

function actionChanges(
  resource: ResourceKey,
  name: string,
  action: OfferedAction,
  before: Side,
  after: Side,
): Change[] {
  const { key, spec } = action;
  const chosen = before.row.actions.includes(key) !== after.row.actions.includes(key);
  const label = profileTexts.cell(name, spec.label);
  return [
    ...(chosen
      ? changed(
          { kind: 'action', resource, action: key },
          label,
          grantedWord(before.held, key),
          grantedWord(after.held, key),
        )
      : []),
    ...(spec.limited && after.held.includes(key)
      ? changed(
          { kind: 'limit', resource, action: key },
          profileTexts.limitCell(name, spec.label),
          limitWord(before.row.limits[key]),
          limitWord(after.row.limits[key]),
        )
      : []),
  ];
}

/** The new level, with the records and actions that come or go with it. */
function levelAfter(offer: Offer, before: Side, after: Side): string {
  if (before.level === after.level) return levelWord(after.level);
  const scoped = offer.scopes.length > 0;
  const { view_scope, edit_scope } = after.row;
  const unchosen = offer.actions.filter(
    ({ key }) => before.row.actions.includes(key) === after.row.actions.includes(key),
  );
  const only = (side: Side, other: Side) =>
    unchosen
      .filter(({ key }) => side.held.includes(key) && !other.held.includes(key))
      .map(({ spec }) => spec.label.toLowerCase());
  const gained = only(after, before);
  const lost = only(before, after);
  const details = [
    ...(scoped && before.level === 'none' ? [profileTexts.scopes[view_scope].toLowerCase()] : []),
    ...(scoped && after.level === 'edit' && edit_scope !== view_scope
      ? [profileTexts.editingOf(profileTexts.scopes[edit_scope])]
      : []),
    ...(gained.length > 0 ? [profileTexts.withActions(gained.join(', '))] : []),
    ...(lost.length > 0 ? [profileTexts.withoutActions(lost.join(', '))] : []),
  ];
  return details.length > 0 ? `${levelWord(after.level)} (${details.join('; ')})` : levelWord(after.level);
}

function levelWord(level: Level): string {
  return profileTexts.levels[level];
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

/** The reader's own changes, put onto a state that somebody else saved in between. */
export function rebase(draft: Draft, from: Draft, onto: Draft): Draft {
  return changesOf(from, draft).reduce((next, change) => withCellFrom(next, draft, change.cell), onto);
}
