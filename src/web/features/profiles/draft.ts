import {
  type GroupKey,
  groupKeys,
  groupOf,
  type ResourceKey,
  resourceKeys,
} from '../../../catalog/catalog.ts';
import { type Level, type Scope, scopes } from '../../../catalog/define.ts';
import type { RoleType } from '../../../catalog/roles.ts';
import type { Profile } from '../../../contract/profiles.ts';
import { type Offer, offerOf } from './ceilings.ts';

export type Grants = Profile['grants'];
export type Limits = Readonly<Record<string, number>>;

/**
 * One row of the editor. Scopes and actions stay while the level does not use them,
 * so that a level that is set back brings its row back; what is saved leaves them out.
 */
export type Row = {
  readonly level: Level;
  readonly view_scope: Scope;
  readonly edit_scope: Scope;
  readonly actions: readonly string[];
  readonly limits: Readonly<Record<string, Limits>>;
};

/** A profile being edited. */
export type Draft = {
  readonly type: RoleType;
  readonly name: string;
  readonly description: string;
  readonly groups: readonly GroupKey[];
  readonly rows: Readonly<Record<ResourceKey, Row>>;
  readonly may_invite: readonly string[];
};

const emptyRow: Row = { level: 'none', view_scope: 'all', edit_scope: 'all', actions: [], limits: {} };

export function draftOf(profile: Pick<Profile, 'name' | 'description' | 'role_type' | 'grants'>): Draft {
  const { grants } = profile;
  const rows = Object.fromEntries(resourceKeys.map((key) => [key, rowOf(grants.resources[key])]));
  return {
    type: profile.role_type,
    name: profile.name,
    description: profile.description,
    groups: groupKeys.filter((key) => grants.groups.includes(key)),
    rows: rows as Record<ResourceKey, Row>,
    may_invite: grants.may_invite,
  };
}

function rowOf(given: Grants['resources'][string] | undefined): Row {
  if (!given) return emptyRow;
  const view_scope = given.view_scope ?? 'all';
  return {
    level: given.level,
    view_scope,
    edit_scope: given.edit_scope ?? view_scope,
    actions: given.actions,
    limits: given.limits ?? {},
  };
}

/** Narrower scopes come first. */
export function isInside(inner: Scope, outer: Scope): boolean {
  return scopes.indexOf(inner) <= scopes.indexOf(outer);
}

/** The level as far as the role type can hold it. */
export function levelOf(row: Row, offer: Offer): Level {
  if (row.level === 'edit' && !offer.levels.includes('edit'))
    return offer.levels.includes('view') ? 'view' : 'none';
  return row.level === 'view' && !offer.levels.includes('view') ? 'none' : row.level;
}

/** The granted actions that the level of the row lets its holders use. */
export function usableActions(row: Row, offer: Offer): readonly string[] {
  const level = levelOf(row, offer);
  return offer.actions
    .filter((action) => row.actions.includes(action.key))
    .filter((action) => level === 'edit' || (level === 'view' && action.spec.needs === 'view'))
    .map((action) => action.key);
}

/** What is saved: only what the levels use and the role type can hold. */
export function grantsOf(draft: Draft): Grants {
  const given = resourceKeys.flatMap((key) => {
    const grant = grantOf(draft.rows[key], offerOf(draft.type, key));
    return grant ? [[key, grant] as const] : [];
  });
  return {
    groups: groupKeys.filter((key) => draft.groups.includes(key)),
    resources: Object.fromEntries(given),
    may_invite: [...draft.may_invite],
  };
}

function grantOf(row: Row, offer: Offer): Grants['resources'][string] | null {
  const level = levelOf(row, offer);
  if (level === 'none') return null;
  const actions = usableActions(row, offer);
  const limits = Object.entries(row.limits).filter(([action]) => actions.includes(action));
  return {
    level,
    ...(offer.scopes.length > 0 ? { view_scope: row.view_scope } : {}),
    ...(offer.scopes.length > 0 && level === 'edit' ? { edit_scope: row.edit_scope } : {}),
    actions: [...actions],
    ...(limits.length > 0 ? { limits: Object.fromEntries(limits) } : {}),
  };
}

/** Editing follows viewing while both are the same, and never reaches further. */
export function withViewScope(row: Row, view_scope: Scope): Row {
  const follows = row.edit_scope === row.view_scope || !isInside(row.edit_scope, view_scope);
  return { ...row, view_scope, edit_scope: follows ? view_scope : row.edit_scope };
}

export function withEditScope(row: Row, edit_scope: Scope): Row {
  return { ...row, edit_scope: isInside(edit_scope, row.view_scope) ? edit_scope : row.view_scope };
}

export function withAction(row: Row, action: string, granted: boolean): Row {
  const others = row.actions.filter((key) => key !== action);
  return { ...row, actions: granted ? [...others, action] : others };
}

export function withLimit(row: Row, action: string, limit: Limits): Row {
  return { ...row, limits: { ...row.limits, [action]: limit } };
}

export function withRow(draft: Draft, key: ResourceKey, row: Row): Draft {
  return { ...draft, rows: { ...draft.rows, [key]: row } };
}

export function withGroup(draft: Draft, key: GroupKey, visible: boolean): Draft {
  const others = draft.groups.filter((group) => group !== key);
  return { ...draft, groups: visible ? [...others, key] : others };
}

export type Preset = Level | 'everything';

/** "Set all" of a group: every row to a level, as far as the role type can hold it. */
export function withPreset(draft: Draft, group: GroupKey, preset: Preset): Draft {
  const keys = resourceKeys.filter((key) => groupOf(key) === group);
  return keys.reduce((next, key) => withRow(next, key, presetRow(next, key, preset)), draft);
}

function presetRow(draft: Draft, key: ResourceKey, preset: Preset): Row {
  const row = draft.rows[key];
  const offer = offerOf(draft.type, key);
  const wanted = preset === 'everything' ? 'edit' : preset;
  const level = levelOf({ ...row, level: wanted }, offer);
  if (preset !== 'everything') return level === row.level ? row : { ...row, level };
  return {
    ...row,
    level,
    view_scope: 'all',
    edit_scope: 'all',
    actions: offer.actions.map((action) => action.key),
  };
}
