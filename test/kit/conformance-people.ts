import { compileGrants } from '../../src/access/grants.ts';
import type { ProfileGrants } from '../../src/catalog/profile-grants.ts';
import { shippedProfiles } from '../../src/catalog/profiles.ts';
import { rolesOfType } from '../../src/catalog/roles.ts';
import { newId } from '../../src/server/db/id.ts';
import type { SessionSubject } from '../../src/server/http/session-subject.ts';
import { type Random, randomGrants, type World } from './random-world.ts';

type Person = World['people'][number];

/** Somebody of a world under a profile, as a request would find them. */
export function personUnder({ id, role, organizationId, partnerId }: Person, grants: ProfileGrants) {
  const profile = { id: newId(), key: null, name: 'Profile', version: 1 };
  const subject: SessionSubject = {
    ...{ sessionId: '', userId: id, organizationId, partnerId, name: 'Somebody', now: new Date(), profile },
    status: 'active',
    grants: compileGrants(role, { id: profile.id, version: 1, grants }),
  };
  return subject;
}

/** Somebody fitting under each of the shipped profiles, and anybody under as many random ones. */
export function everyProfile(world: World, random: Random, randomOnes: number) {
  const shipped = shippedProfiles.map(({ key, role_type, grants }) => {
    const fitting = world.people.filter(({ role }) => rolesOfType(role_type).includes(role));
    return { label: key, subject: personUnder(random.pick(fitting), grants) };
  });
  const made = Array.from({ length: randomOnes }, (_, index) => ({
    label: `random profile ${index}`,
    subject: personUnder(random.pick(world.people), randomGrants(random)),
  }));
  return [...shipped, ...made];
}
