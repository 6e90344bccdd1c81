import { z } from 'zod';
import { type RoleType, roleTypes } from '../catalog/roles.ts';
import { profileGrants } from '../contract/profiles.ts';
import type { AppContext } from '../server/app-context.ts';
import type { Row } from '../server/db/tables.ts';
import { CommandRefused } from './outcome.ts';

/** Profiles as a file that can be reviewed and moved between installations: names instead of ids. */
const fileSchema = z.strictObject({
  ambit_profiles: z.literal(1),
  profiles: z.array(
    z.strictObject({
      key: z.string().nullable(),
      name: z.string().trim().min(1).max(100),
      role_type: z.enum(roleTypes),
      description: z.string().max(500),
      grants: profileGrants,
    }),
  ),
});
export type ProfilesFile = z.infer<typeof fileSchema>;
export type FileProfile = ProfilesFile['profiles'][number];
export type KnownProfile = Pick<Row<'profiles'>, 'id' | 'key' | 'name' | 'description' | 'locked'> & {
  readonly role_type: RoleType;
  readonly grants: FileProfile['grants'];
};

export function readProfilesFile(text: string): ProfilesFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new CommandRefused('The file is not JSON.');
  }
  const parsed = fileSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues
    .slice(0, 10)
    .map(({ path, message }) => `\n  - ${path.join('.')}: ${message}`);
  throw new CommandRefused(`The file is not an export of profiles:${lines.join('')}`);
}

/** The profiles in use, archived ones left out. */
export async function knownProfiles(app: AppContext): Promise<KnownProfile[]> {
  const rows = await app.db.q
    .selectFrom('profiles')
    .select(['id', 'key', 'name', 'description', 'locked', 'role_type', 'grants'])
    .where('archived_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  // Written by the profile service only, which checks every cell.
  return rows.map((row) => ({ ...row, grants: row.grants as FileProfile['grants'] }));
}

export function toFile(profiles: readonly KnownProfile[]): ProfilesFile {
  const names = new Map(profiles.map(({ id, name }) => [id, name]));
  return {
    ambit_profiles: 1,
    profiles: profiles.map(({ key, name, role_type, description, grants }) => {
      const may_invite = grants.may_invite.flatMap((id) => names.get(id) ?? []).toSorted();
      return { key, name, role_type, description, grants: { ...grants, may_invite } };
    }),
  };
}

/** Shipped profiles are found by key, others by name. */
export function findKnown(
  profiles: readonly KnownProfile[],
  one: Pick<FileProfile, 'key' | 'name'>,
): KnownProfile | undefined {
  const byName = (known: KnownProfile) => known.name.toLowerCase() === one.name.toLowerCase();
  return (
    profiles.find((known) => (one.key === null ? byName(known) : known.key === one.key)) ??
    profiles.find(byName)
  );
}
