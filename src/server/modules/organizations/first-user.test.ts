import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addProfile, shippedProfileId, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { addPeople } from '../../../../test/kit/conferring-people.ts';

let kit: TestApp;
let id: (name: string) => string;
const numbers = Array.from({ length: 100 }, (_, number) => number).values();
const next = () => numbers.next().value ?? 0;

beforeAll(async () => {
  kit = await testApp();
  id = await addPeople(kit.db);
});
afterAll(() => kit.close());

const person = async (profile: string, more: object = {}) => ({
  profile_id: await shippedProfileId(kit.db, profile),
  first_name: 'Wanda',
  last_name: 'First',
  email: `first-${next()}@example.com`,
  ...more,
});

async function add(by: string, first_user: object, more: object = {}) {
  const name = `With a first user ${next()}`;
  const answer = await kit.as(id(by), 'POST', '/organizations', { name, first_user, ...more });
  const rows = await kit.db.q.selectFrom('organizations').select('id').where('name', '=', name).execute();
  return { answer, rows };
}

const fields = (answer: { body: Record<string, unknown> }) =>
  ((answer.body.fields ?? []) as { field: string }[]).map(({ field }) => field);

describe('an organization with its first user', () => {
  it.each(['ga', 'sa', 'ae', 'pa', 'pae'])('is added by %s, who may invite there', async (by) => {
    const first = await person('standard_customer');
    const { answer } = await add(by, first);
    expect(answer.status, answer.text).toBe(201);
    const user = await kit.db.q
      .selectFrom('users')
      .selectAll()
      .where('email', '=', first.email)
      .executeTakeFirstOrThrow();
    expect(user).toMatchObject({
      organization_id: answer.body.id,
      role: 'customer',
      status: 'invited',
      created_by: id(by),
    });
    const mails = await kit.db.q
      .selectFrom('mails')
      .select('id')
      .where('to_address', '=', first.email)
      .execute();
    expect(mails).toHaveLength(1);
  });

  const refused: [string, string, () => Promise<object>, object, number, string[]][] = [
    [
      'an address that is taken',
      'pa',
      async () => person('standard_customer', { email: await emailOf('customer') }),
      {},
      422,
      ['first_user.email'],
    ],
    [
      'a profile off their list',
      'pae',
      async () => ({ ...(await person('standard_customer')), profile_id: await offList() }),
      {},
      403,
      [],
    ],
    ['a profile for another role', 'ga', () => person('csr_junior'), {}, 422, ['first_user.profile_id']],
    ['a partner', 'ga', () => person('standard_customer'), { kind: 'partner' }, 422, ['first_user']],
    [
      'no last name',
      'ga',
      () => person('standard_customer', { last_name: '' }),
      {},
      422,
      ['first_user.last_name'],
    ],
  ];
  it.each(refused)(
    'is not added with %s, and nothing of it is written',
    async (_label, by, first, more, status, named) => {
      const { answer, rows } = await add(by, await first(), more);
      expect([answer.status, fields(answer), rows]).toEqual([status, named, []]);
    },
  );

  it('is not added by somebody who adds organizations but invites nobody', async () => {
    const organizations = { level: 'edit', view_scope: 'all', edit_scope: 'all', actions: ['create'] };
    const profile_id = await addProfile(kit.db, 'Adds only', 'csr', { organizations });
    const adder = await addPerson(kit.db, 'account_executive', 'csr_junior', { profile_id });
    const { answer, rows } = await add(adder, await person('standard_customer'));
    expect([answer.status, answer.body.code, rows]).toEqual([403, 'access/level', []]);
    const alone = await kit.as(adder, 'POST', '/organizations', { name: 'Without a first user' });
    expect(alone.status).toBe(201);
  });
});

/** A Customer profile that is on nobody's allow-list. */
async function offList(): Promise<string> {
  const row = await kit.db.q
    .selectFrom('profiles')
    .select('id')
    .where('name', '=', 'Off list')
    .executeTakeFirstOrThrow();
  return row.id;
}

async function emailOf(name: string): Promise<string> {
  const row = await kit.db.q
    .selectFrom('users')
    .select('email')
    .where('id', '=', id(name))
    .executeTakeFirstOrThrow();
  return row.email;
}
