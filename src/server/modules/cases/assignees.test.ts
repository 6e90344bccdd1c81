import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { addPerson, addProfile, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { type DeskPerson, openSupportDesk, type SupportDesk } from '../../../../test/kit/support-desk.ts';

let kit: TestApp;
let desk: SupportDesk;
beforeAll(async () => {
  kit = await testApp();
  desk = await openSupportDesk(kit);
}, 120_000);
afterAll(() => kit.close());

interface Offer {
  items: { id: string; name: string }[];
  more: boolean;
}

async function offered(who: DeskPerson, q = '', limit = 50): Promise<Offer> {
  const query = new URLSearchParams({ q, limit: String(limit) });
  const answer = await kit.as(desk.people[who], 'GET', `/cases/assignees?${query}`);
  expect(answer.status).toBe(200);
  return answer.body as unknown as Offer;
}

const staff: DeskPerson[] = ['admin', 'default_admin', 'supervisor', 'senior', 'other_senior', 'junior'];
const ofPartner: DeskPerson[] = ['partner_admin', 'partner_executive', 'partner_colleague', 'partner_viewer'];

test.each<[DeskPerson, DeskPerson[]]>([
  ['senior', staff],
  ['admin', staff],
  ['partner_admin', ofPartner],
  ['other_partner', ['other_partner']],
])('%s is offered their colleagues who open cases, and nobody else', async (who, expected) => {
  const { items, more } = await offered(who);
  const names = (Object.keys(desk.people) as DeskPerson[]).filter((name) =>
    items.some(({ id }) => id === desk.people[name]),
  );
  expect(names.toSorted()).toEqual(expected.toSorted());
  expect([items.length, more]).toEqual([expected.length, false]);
});

test.each<[DeskPerson, string, string[]]>([
  ['senior', 'ALMA', ['senior']],
  ['senior', 'cora', []],
  ['partner_admin', 'alma', []],
  ['senior', '%', []],
])('%s who types “%s” is offered %o', async (who, q, expected) => {
  const { items } = await offered(who, q);
  expect(items.map(({ id }) => id)).toEqual(expected.map((name) => desk.people[name as DeskPerson]));
});

it.each<[DeskPerson, DeskPerson, boolean]>([
  ['admin', 'senior', true],
  ['senior', 'senior', true],
  ['senior', 'admin', false],
  ['senior', 'junior', false],
  ['partner_admin', 'partner_executive', true],
  ['partner_executive', 'partner_colleague', false],
])('to %s, the e-mail of %s finds them: %s', async (who, whom, finds) => {
  const { email } = await kit.db.q
    .selectFrom('users')
    .select('email')
    .where('id', '=', desk.people[whom])
    .executeTakeFirstOrThrow();
  expect((await offered(who)).items.some(({ id }) => id === desk.people[whom])).toBe(true);
  const ids = (await offered(who, email)).items.map(({ id }) => id);
  expect(ids).toEqual(finds ? [desk.people[whom]] : []);
});

describe('of very many', () => {
  const added = async (count: number, like: string, called: string) => {
    await kit.db.raw(
      `insert into users (id, role, profile_id, first_name, last_name, email, status)
select gen_random_uuid(), u.role, u.profile_id, $3 || lpad(i::text, 5, '0'), 'Mass', $3 || '-' || i || '@mass.test', 'active'
from generate_series(1, $2::int) i, users u where u.id = $1`,
      [like, count, called],
    );
  };

  beforeAll(async () => {
    const profile_id = await addProfile(kit.db, 'No cases', 'csr', {});
    // They stand before and behind all who open cases.
    const idle = await addPerson(kit.db, 'account_executive', 'csr_junior', {
      profile_id,
      last_name: 'Mass',
    });
    await added(2300, idle, 'A');
    await added(2600, desk.people.junior, 'B');
    await added(300, idle, 'B1');
  });

  it('a full page is found behind many whose profile opens no cases', async () => {
    const { items, more } = await offered('senior', 'mass', 40);
    expect(items.map(({ name }) => name)).toEqual(
      Array.from({ length: 40 }, (_, at) => `B${String(at + 1).padStart(5, '0')} Mass`),
    );
    expect(more).toBe(true);
  });

  it('the last of them is found by name and by e-mail', async () => {
    expect((await offered('senior', 'b02600')).items).toMatchObject([{ name: 'B02600 Mass' }]);
    expect((await offered('admin', 'B-2600@mass')).items).toMatchObject([{ name: 'B02600 Mass' }]);
  });

  it('there are no more than they who match and open cases', async () => {
    const exactly = await offered('senior', 'b0259', 10);
    expect([exactly.items.length, exactly.more]).toEqual([10, false]);
    const none = await offered('senior', 'a0');
    expect(none).toEqual({ items: [], more: false });
  });
});
