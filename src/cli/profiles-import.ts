import type { ProfileGrants } from '../catalog/profile-grants.ts';
import type { AppContext } from '../server/app-context.ts';
import type { FieldChange } from '../server/db/columns.ts';
import type { SessionSubject } from '../server/http/session-subject.ts';
import { profileChanges } from '../server/modules/profiles/changes.ts';
import { createProfile, saveProfile } from '../server/modules/profiles/service.ts';
import { CommandRefused } from './outcome.ts';
import {
  type FileProfile,
  findKnown,
  type KnownProfile,
  knownProfiles,
  type ProfilesFile,
  toFile,
} from './profiles-file.ts';

export interface ProfileDifference {
  readonly name: string;
  readonly what: 'new' | 'changed' | 'only here';
  readonly changes: readonly FieldChange[];
}

/** What an import of the file would change; profiles that only this installation has stay as they are. */
export function differences(known: readonly KnownProfile[], file: ProfilesFile): ProfileDifference[] {
  const shown = new Map(toFile(known).profiles.map((profile, index) => [known[index]?.id ?? '', profile]));
  const found = file.profiles.flatMap((wanted): ProfileDifference[] => {
    const here = findKnown(known, wanted);
    const before = here ? shown.get(here.id) : undefined;
    if (!before) return [{ name: wanted.name, what: 'new', changes: [] }];
    const changes = profileChanges(contentOf(before), contentOf(wanted));
    return changes.length === 0 ? [] : [{ name: before.name, what: 'changed', changes }];
  });
  const meant = new Set(file.profiles.map((wanted) => findKnown(known, wanted)?.id));
  const others = known.filter(({ id }) => !meant.has(id));
  return [...found, ...others.map(({ name }) => ({ name, what: 'only here' as const, changes: [] }))];
}

function contentOf({ name, description, grants }: FileProfile) {
  // Cells that the catalog does not know are refused by the service; the comparison does not look at them.
  return { name, description, grants: grants as ProfileGrants };
}

/** Brings the profiles of a file, all or none, through the service that the page uses. */
export async function importProfiles(
  app: AppContext,
  subject: SessionSubject,
  file: ProfilesFile,
): Promise<ProfileDifference[]> {
  return app.db.transaction(async () => {
    const known = await knownProfiles(app);
    const planned = differences(known, file).filter(({ what }) => what !== 'only here');
    const ids = new Map<FileProfile, string>();
    for (const wanted of file.profiles) ids.set(wanted, await existing(app, subject, known, wanted));
    const now = await knownProfiles(app);
    for (const [wanted, id] of ids) await save(app, subject, { id, wanted, known: now });
    return planned;
  });
}

async function existing(
  app: AppContext,
  subject: SessionSubject,
  known: readonly KnownProfile[],
  { key, name, role_type, description }: FileProfile,
): Promise<string> {
  const found = findKnown(known, { key, name });
  if (found && found.role_type !== role_type) {
    throw new CommandRefused(`"${name}" is a profile for another type of role here.`);
  }
  return found ? found.id : (await createProfile(app, subject, { name, role_type, description })).id;
}

interface Save {
  readonly id: string;
  readonly wanted: FileProfile;
  readonly known: readonly KnownProfile[];
}

async function save(app: AppContext, subject: SessionSubject, { id, wanted, known }: Save): Promise<void> {
  const record = await app.db.q
    .selectFrom('profiles')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  // The locked profile follows the catalog, not a file.
  if (record.locked) return;
  const { name, description, grants } = wanted;
  const may_invite = grants.may_invite.map((invited) => idOf(known, invited));
  await saveProfile(app, subject, record, {
    name,
    description,
    grants: { ...grants, may_invite },
    reason: 'Imported',
  });
}

function idOf(known: readonly KnownProfile[], name: string): string {
  const found = findKnown(known, { key: null, name });
  if (!found) throw new CommandRefused(`may_invite names the profile "${name}", which does not exist.`);
  return found.id;
}
