import { useCallback, useMemo, useState } from 'react';
import type { ResourceKey } from '../../../catalog/catalog.ts';
import type { Profile } from '../../../contract/profiles.ts';
import { type Cell, type Change, withCellFrom } from './cells.ts';
import { changesOf, rebase } from './changes.ts';
import { type Draft, draftOf, type Row, withRow } from './draft.ts';

/** The saved profile, what the reader made of it, and the cells in which they differ. */
export function useProfileDraft(profile: Profile, nameOfProfile: (id: string) => string) {
  const [base, setBase] = useState(profile);
  const saved = useMemo(() => draftOf(base), [base]);
  const [draft, setDraft] = useState(saved);
  const changes = useMemo(() => changesOf(saved, draft, nameOfProfile), [saved, draft, nameOfProfile]);

  const adopt = useCallback((next: Profile) => {
    setBase(next);
    setDraft(draftOf(next));
  }, []);
  // A newer version arrived and nothing was changed here: show it.
  if (profile.version > base.version && changes.length === 0) adopt(profile);

  const undo = useCallback((cell: Cell) => setDraft((now) => withCellFrom(now, saved, cell)), [saved]);
  const setRow = useCallback(
    (resource: ResourceKey, row: Row) => setDraft((now) => withRow(now, resource, row)),
    [],
  );
  const rebaseOn = (next: Profile) => {
    setDraft(rebase(draft, saved, draftOf(next)));
    setBase(next);
  };
  return { base, saved, draft, changes, setDraft, setRow, undo, adopt, rebaseOn };
}

export type ProfileDraft = {
  base: Profile;
  saved: Draft;
  draft: Draft;
  changes: readonly Change[];
  setDraft: (change: (now: Draft) => Draft) => void;
  setRow: (resource: ResourceKey, row: Row) => void;
  undo: (cell: Cell) => void;
  adopt: (next: Profile) => void;
  rebaseOn: (next: Profile) => void;
};
