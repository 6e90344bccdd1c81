import { useQuery } from '@tanstack/react-query';
import { ListStates } from '../../access/list-states.tsx';
import type { Output } from '../../lib/api.ts';
import { apiQuery } from '../../lib/queries.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import type { Change } from './cells.ts';
import { ChangeList } from './change-list.tsx';
import { changesOf } from './changes.ts';
import { type Draft, draftOf } from './draft.ts';

export type Version = Output<'GET /profiles/:id/versions'>['items'][number];

type VersionsTabProps = {
  id: string;
  saved: Draft;
  readOnly: boolean;
  nameOfProfile: (id: string) => string;
  onRevert: (version: Version) => void;
};

/** Who saved what and why. An old version is loaded as a draft, never put back directly. */
export function VersionsTab({ id, saved, readOnly, nameOfProfile, onRevert }: VersionsTabProps) {
  const query = useQuery(apiQuery('GET /profiles/:id/versions', { params: { id } }));
  const items = query.data?.items ?? [];
  const stateOf = (version: Version) => draftOf({ ...saved, ...version, role_type: saved.type });
  const changesIn = (version: Version, before: Version | undefined) =>
    before ? changesOf(stateOf(before), stateOf(version), nameOfProfile) : null;
  return (
    <ListStates query={query} count={items.length} empty={null}>
      <ol aria-label={profileTexts.versionsLabel} className="flex flex-col gap-3">
        {items.map((version, index) => (
          <li key={version.version}>
            <VersionCard
              version={version}
              changes={changesIn(version, items[index + 1])}
              current={index === 0}
              onRevert={index === 0 || readOnly ? null : () => onRevert(version)}
            />
          </li>
        ))}
      </ol>
    </ListStates>
  );
}

type VersionCardProps = {
  version: Version;
  /** Null for the first version. */
  changes: readonly Change[] | null;
  current: boolean;
  onRevert: (() => void) | null;
};

function VersionCard({ version, changes, current, onRevert }: VersionCardProps) {
  const title = profileTexts.version(version.version);
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-semibold">{title}</h2>
        {current ? <Badge tone="success">{profileTexts.current}</Badge> : null}
        <p className="text-ink-muted">
          {profileTexts.by(version.author)}, <DateTime value={version.created_at} />
        </p>
        {onRevert ? (
          <Button
            className="ms-auto"
            aria-label={profileTexts.revertLabel(version.version)}
            onClick={onRevert}
          >
            {profileTexts.revert}
          </Button>
        ) : null}
      </div>
      {version.reason ? <p className="mt-1">{version.reason}</p> : null}
      {changes && changes.length > 0 ? (
        <details className="mt-2" open={current}>
          <summary className="text-ink-muted">
            {profileTexts.versionChanges} ({profileTexts.changes(changes.length)})
          </summary>
          <div className="mt-2">
            <ChangeList label={`${title}: ${profileTexts.versionChanges}`} changes={changes} />
          </div>
        </details>
      ) : (
        <p className="mt-1 text-ink-muted">
          {changes ? profileTexts.versionSame : profileTexts.firstVersion}
        </p>
      )}
    </Card>
  );
}
