import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/server/db/id.ts';
import { type Answer, addPerson, shippedProfileId, type TestApp, testApp } from '../kit/app.ts';
import { ifMatch } from '../kit/asking.ts';

// The embedded database has one connection: what another transaction holds can not be waited for there.
const postgres = process.env.AMBIT_TEST_ENGINE === 'postgres';
const times = Array.from({ length: 8 }, (_, index) => index);

let kit: TestApp;
let ga: string;
const profile: Record<string, string> = {};
beforeAll(async () => {
  kit = await testApp();
  ga = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  for (const key of ['administrator', 'default_admin', 'standard_customer', 'partner_viewer'])
    profile[key] = await shippedProfileId(kit.db, key);
});
afterAll(() => kit.close());

const administrator = () => addPerson(kit.db, 'system_administrator', 'administrator');
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).toSorted();

async function copyOf(key: string): Promise<string> {
  const body = { name: `Copy ${newId()}`, copied_from: profile[key] };
  const made = await kit.as(ga, 'POST', '/profiles', body);
  expect(made.status, made.text).toBe(201);
  return String(made.body.id);
}

describe('of two who take rights from each other at the same moment only the first does', () => {
  it.each(times)('by another profile (%i)', async () => {
    const [one, other] = [await administrator(), await administrator()];
    const strip = (by: string, to: string) =>
      kit.as(by, 'POST', `/users/${to}/assign-profile`, { profile_id: profile.default_admin }, ifMatch(1));
    for (const person of [one, other]) await kit.as(person, 'GET', '/session');
    expect(statuses(await Promise.all([strip(one, other), strip(other, one)]))).toEqual([200, 403]);
  });

  it.each(times)('by saving the profile that the other holds (%i)', async () => {
    const profiles = [await copyOf('administrator'), await copyOf('administrator')] as const;
    const people = [await administrator(), await administrator()] as const;
    for (const [index, id] of people.entries()) {
      await kit.db.q.updateTable('users').set({ profile_id: profiles[index] }).where('id', '=', id).execute();
      await kit.as(id, 'GET', '/session');
    }
    const grants = { groups: [], resources: {}, may_invite: [] };
    const empty = (by: string, id: string) => kit.as(by, 'PATCH', `/profiles/${id}`, { grants }, ifMatch(1));
    const answers = await Promise.all([empty(people[0], profiles[1]), empty(people[1], profiles[0])]);
    expect(statuses(answers)).toEqual([200, 403]);
  });
});

describe.runIf(postgres)('whoever is losing their rights at this moment does not give any', () => {
  const person = () => ({ first_name: 'Wanda', last_name: 'First', email: `${newId()}@example.com` });
  const organization = async () =>
    String((await kit.as(ga, 'POST', '/organizations', { name: `Place ${newId()}` })).body.id);
  const target = async () => {
    const id = await addPerson(kit.db, 'system_administrator', 'default_admin');
    return { id, profile_id: profile.administrator };
  };
  type Request = readonly [method: string, path: string, body: object];

  const table: [string, () => Promise<Request>][] = [
    [
      'inviting somebody',
      async () => [
        'POST',
        '/users',
        {
          ...person(),
          role: 'customer',
          profile_id: profile.standard_customer,
          organization_id: await organization(),
        },
      ],
    ],
    [
      'adding an account with its first user',
      async () => [
        'POST',
        '/organizations',
        { name: `New ${newId()}`, first_user: { ...person(), profile_id: profile.standard_customer } },
      ],
    ],
    [
      'assigning a profile',
      async () => {
        const { id, profile_id } = await target();
        return ['POST', `/users/${id}/assign-profile`, { profile_id }];
      },
    ],
    ['sending a link', async () => ['POST', `/users/${await administrator()}/reset-password`, {}]],
    ['suspending somebody', async () => ['POST', `/users/${(await target()).id}/suspend`, {}]],
    [
      'copying a profile',
      async () => ['POST', '/profiles', { name: `Copy ${newId()}`, copied_from: profile.administrator }],
    ],
    [
      'saving a profile',
      async () => {
        const contacts = { level: 'view', view_scope: 'all', actions: [] };
        const grants = { groups: ['crm'], resources: { contacts }, may_invite: [] };
        return ['PATCH', `/profiles/${await copyOf('default_admin')}`, { grants }];
      },
    ],
    [
      'letting a partner give a profile',
      async () => {
        const body = { name: `Partner ${newId()}`, kind: 'partner' };
        const partner = await kit.as(ga, 'POST', '/organizations', body);
        const path = `/profiles/${await copyOf('partner_viewer')}/partners`;
        return ['POST', path, { partner_ids: [String(partner.body.id)] }];
      },
    ],
  ];
  /** Begins a request while somebody takes the rights of whoever sends it, which is done once the request waits. */
  async function whileLosing(ask: (losing: string) => Promise<Answer>): Promise<Answer> {
    const losing = await administrator();
    const [changed, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const change = kit.db.transaction(async () => {
      const values = { profile_id: profile.default_admin ?? '' };
      await kit.db.q.updateTable('users').set(values).where('id', '=', losing).execute();
      changed.resolve();
      await goOn.promise;
    });
    await changed.promise;
    const asked = ask(losing);
    await Promise.race([asked, delay(300)]);
    goOn.resolve();
    await change;
    return asked;
  }

  it.each(table)('%s', async (_what, ask) => {
    const [method, path, body] = await ask();
    const answer = await whileLosing((losing) => kit.as(losing, method, path, body, ifMatch(1)));
    expect(answer.status).toBe(403);
  });

  it.each(['all_or_nothing', 'keep_good_rows'])('importing people, %s', async (mode) => {
    const head = 'role,firstName,lastName,username,userProfile';
    const email = `${newId()}@example.com`;
    const csv = `${head}\nAccount Executive,Wanda,First,${email},CSR Junior\n`;
    const content_base64 = Buffer.from(csv).toString('base64');
    const file = { file_name: 'people.csv', content_base64, source: 'crm', mapping: {} };
    const body = { ...file, mode, dry_run: false };
    const answer = await whileLosing((losing) => kit.as(losing, 'POST', '/users/import', body));
    expect(answer.body, answer.text).toMatchObject({ create: 0, refuse: 1 });
    const made = await kit.db.q.selectFrom('users').select('id').where('email', '=', email).execute();
    expect(made).toEqual([]);
  });
});
