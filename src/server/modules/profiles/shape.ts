import { canOnRow } from '../../../access/decide.ts';
import { profileSummary } from '../../../access/summary.ts';
import type { ProfileGrants } from '../../../catalog/profile-grants.ts';
import type { Profile, ProfileListItem } from '../../../contract/profiles.ts';
import type { Database } from '../../db/database.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import type { GivenGrants } from './check-grants.ts';
import { rolesByDefault } from './default-profiles.ts';
import { countPeople, type ProfileRow, partnersOf, profilesById } from './repository.ts';

export function grantsOf(row: { grants: unknown }): ProfileGrants {
  return row.grants as ProfileGrants;
}

/** Grants as the API shows them. */
export function shownGrants(row: { grants: unknown }): GivenGrants {
  return row.grants as GivenGrants;
}

export async function shapeProfiles(
  db: Database,
  subject: SessionSubject,
  rows: readonly ProfileRow[],
): Promise<ProfileListItem[]> {
  const people = await countPeople(
    db,
    rows.map((row) => row.id),
  );
  const parents = await profilesById(
    db,
    rows.flatMap((row) => row.copied_from ?? []),
  );
  const defaults = await rolesByDefault(db);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    key: row.key,
    name: row.name,
    description: row.description,
    role_type: row.role_type,
    locked: row.locked,
    archived: row.archived_at !== null,
    default_for: defaults.get(row.id) ?? [],
    users: people.get(row.id) ?? 0,
    summary: profileSummary(grantsOf(row), row.role_type),
    copied_from:
      row.copied_from === null
        ? null
        : { id: row.copied_from, name: parents.get(row.copied_from)?.name ?? '' },
    updated_at: row.updated_at.toISOString(),
    can: canOnProfile(subject, row),
  }));
}

function canOnProfile(subject: SessionSubject, row: ProfileRow): ProfileListItem['can'] {
  const can = canOnRow(subject, 'profiles', row);
  if (!row.locked && row.archived_at === null) return can;
  return { ...can, 'profiles.edit': false, 'profiles.archive': false };
}

export async function shapeProfile(db: Database, subject: SessionSubject, row: ProfileRow): Promise<Profile> {
  const [item] = await shapeProfiles(db, subject, [row]);
  if (!item) throw new Error('A row was lost while it was shaped');
  const parents = await profilesById(db, row.copied_from === null ? [] : [row.copied_from]);
  const parent = row.copied_from === null ? undefined : parents.get(row.copied_from);
  return {
    ...item,
    grants: shownGrants(row),
    parent_grants: parent ? shownGrants(parent) : null,
    partners: row.role_type === 'partner' ? await partnersOf(db, row.id) : [],
  };
}
