import { expect } from 'vitest';
import type { Profile } from '../../src/contract/profiles.ts';
import { newId } from '../../src/server/db/id.ts';
import { type Answer, addPerson, shippedProfileId, type TestApp } from './app.ts';

export type Grants = Profile['grants'];

/** A system administrator who sees contacts and keeps profiles, and holds nothing else. */
const narrow: Grants = {
  groups: ['crm', 'settings'],
  resources: {
    contacts: { level: 'view', view_scope: 'all', actions: [] },
    profiles: { level: 'edit', actions: ['create', 'archive'] },
  },
  may_invite: [],
};

export interface ProfileDesk {
  /** A Global Administrator. */
  readonly ga: string;
  /** A System Administrator with few rights. */
  readonly sa: string;
  readonly post: (as: string, body: object) => Promise<Answer>;
  readonly make: (as: string, body: object) => Promise<Profile>;
  readonly save: (as: string, profile: { id: string; version: number }, body: object) => Promise<Answer>;
  readonly read: (id: string) => Promise<Profile>;
  /** A copy of a shipped profile. */
  readonly copyOf: (key: string) => Promise<Profile>;
}

/** Two administrators, and the requests by which profiles are made, saved and read. */
export async function profileDesk(kit: TestApp): Promise<ProfileDesk> {
  const ga = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  const post: ProfileDesk['post'] = (as, body) =>
    kit.as(as, 'POST', '/profiles', { name: `Profile ${newId()}`, ...body });
  const make: ProfileDesk['make'] = async (as, body) => {
    const answer = await post(as, body);
    expect(answer.status).toBe(201);
    return answer.body as unknown as Profile;
  };
  const save: ProfileDesk['save'] = (as, { id, version }, body) =>
    kit.as(as, 'PATCH', `/profiles/${id}`, body, { 'if-match': `"${version}"` });
  const held = await make(ga, { role_type: 'admin' });
  await save(ga, held, { grants: narrow });
  return {
    ga,
    sa: await addPerson(kit.db, 'system_administrator', 'administrator', { profile_id: held.id }),
    post,
    make,
    save,
    read: async (id) => (await kit.as(ga, 'GET', `/profiles/${id}`)).body as unknown as Profile,
    copyOf: async (key) => make(ga, { copied_from: await shippedProfileId(kit.db, key) }),
  };
}
