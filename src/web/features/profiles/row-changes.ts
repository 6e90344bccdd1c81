import { type ResourceKey, resourceSpec } from '../../../catalog/catalog.ts';
import type { Level } from '../../../catalog/define.ts';
import { formatMoney } from '../../lib/format.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { type Offer, type OfferedAction, offerOf } from './ceilings.ts';
import { type Change, changed } from './cells.ts';
import { type Draft, type Limits, levelOf, type Row, usableActions } from './draft.ts';

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

export function grantedWord(held: readonly string[], action: string): string {
  return held.includes(action) ? profileTexts.granted : profileTexts.notGranted;
}

function limitWord(limits: Limits | undefined): string {
  const amounts = Object.entries(limits ?? {}).toSorted(([a], [b]) => a.localeCompare(b));
  return (
    amounts.map(([currency, amount]) => formatMoney({ amount, currency })).join(', ') || profileTexts.noLimit
  );
}
