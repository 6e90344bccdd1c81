import type { ProfileGrants } from '../../src/catalog/profile-grants.ts';
import { shippedProfiles } from '../../src/catalog/profiles.ts';
import { roles, rolesOfType } from '../../src/catalog/roles.ts';
import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { personUnder } from './conformance-people.ts';
import { type Random, randomGrants, type World } from './random-world.ts';

type Person = World['people'][number];

/**
 * Gives people of a world real profiles, as requests and notices load them: somebody each of the shipped ones, the
 * others a random one each. Answers with everybody as the single check takes them.
 */
export async function giveProfiles(db: Database, people: readonly Person[], random: Random) {
  const left = new Set(people);
  const given: { person: Person; label: string; grants: ProfileGrants }[] = [];
  for (const { key, role_type, grants } of shippedProfiles) {
    const person = [...left].find(({ role }) => rolesOfType(role_type).includes(role));
    if (!person) throw new Error(`Nobody is left for ${key}`);
    left.delete(person);
    given.push({ person, label: key, grants });
  }
  for (const person of left) given.push({ person, label: 'random profile', grants: randomGrants(random) });
  const subjects = [];
  for (const { person, label, grants } of given) {
    await giveProfile(db, person, grants);
    subjects.push({ label: `${label} (${person.role})`, subject: personUnder(person, grants) });
  }
  return subjects;
}

async function giveProfile(db: Database, { id, role }: Person, grants: ProfileGrants): Promise<void> {
  const profile = { id: newId(), name: `Profile of ${id}`, grants: JSON.stringify(grants) };
  await db.q
    .insertInto('profiles')
    .values({ ...profile, role_type: roles[role].type })
    .execute();
  const { id: profile_id, ...version } = profile;
  await db.q
    .insertInto('profile_versions')
    .values({ profile_id, version: 1, ...version })
    .execute();
  await db.q.updateTable('users').set({ profile_id }).where('id', '=', id).execute();
}
