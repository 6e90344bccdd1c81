import {
  catalog,
  type GroupKey,
  groupKeys,
  type ResourceKey,
  resourceKeys,
} from '../../../catalog/catalog.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { type Change, changed, withCellFrom } from './cells.ts';
import type { Draft } from './draft.ts';
import { changesOfRow, grantedWord } from './row-changes.ts';

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
function rowChanges(before: Draft, after: Draft, resource: ResourceKey): Change[] {
  const from = before.rows[resource];
  const to = after.rows[resource];
  if (from === to && before.type === after.type) return [];
  return changesOfRow(after.type, resource, from, to);
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

/** The reader's own changes, put onto a state that somebody else saved in between. */
export function rebase(draft: Draft, from: Draft, onto: Draft): Draft {
  return changesOf(from, draft).reduce((next, change) => withCellFrom(next, draft, change.cell), onto);
}
