import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { addOrganization, addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';

let kit: TestApp;
const ids: Record<string, string> = {};
const id = (name: string) => ids[name] ?? name;

interface Offer {
  items: { id: string; name: string; number: string | null; partner_id: string | null }[];
  more: boolean;
}

async function offered(by: string, query: Record<string, string | number>): Promise<Offer> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) search.set(name, String(value));
  const answer = await kit.as(id(by), 'GET', `/organizations/assignees?${search}`);
  expect(answer.status).toBe(200);
  return answer.body as unknown as Offer;
}

/** By the names that the tests give them; others are left out. */
async function namesOf(by: string, query: Record<string, string | number>): Promise<string[]> {
  const { items } = await offered(by, query);
  return items.flatMap((item) => Object.keys(ids).filter((name) => ids[name] === item.id));
}

beforeAll(async () => {
  kit = await testApp();
  const { db } = kit;
  ids.partner = await addOrganization(db, { kind: 'partner', name: 'Nettle & Sons' });
  ids.elsewhere = await addOrganization(db, {
    kind: 'partner',
    name: 'Élan Partners',
    email: 'nettle@x.test',
  });
  ids.closed = await addOrganization(db, { kind: 'partner', name: 'Closed Nettle', status: 'closed' });
  ids.customer = await addOrganization(db, { name: 'Nettle Customer' });
  const at = (partner: string, values: object = {}) => ({ partner_id: id(partner), ...values });
  const adding = {
    ga: ['global_administrator', 'global_administrator', {}],
    supervisor: ['account_executive', 'csr_supervisor', { first_name: 'Zoë', last_name: 'Nettlefield' }],
    invited: ['account_executive', 'csr_junior', { last_name: 'Nettlefield', status: 'invited' }],
    gone: ['account_executive', 'csr_junior', { last_name: 'Nettlefield', status: 'deactivated' }],
    pa: ['partner_administrator', 'partner_administrator', at('partner', { last_name: 'Nettlefield' })],
    pae: ['partner_account_executive', 'partner_account_executive', at('partner', { last_name: 'Aster' })],
    foreign: ['partner_administrator', 'partner_administrator', at('elsewhere', { last_name: 'Nettle' })],
  } as const;
  for (const [name, [role, profile, values]] of Object.entries(adding))
    ids[name] = await addPerson(db, role, profile, values);
}, 120_000);
afterAll(() => kit.close());

const as = (what: string, q = 'nettle') => ({ as: what, q });

describe('what is offered', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['ga', as('account_executive'), ['invited', 'supervisor']],
    ['supervisor', as('account_executive', 'ZOË NETTLE'), ['supervisor']],
    ['supervisor', as('partner'), ['partner']],
    ['supervisor', as('partner', 'ÉLAN'), ['elsewhere']],
    ['supervisor', as('partner_account_executive'), ['foreign', 'pa']],
    ['supervisor', { ...as('partner_account_executive', ''), partner_id: 'partner' }, ['pae', 'pa']],
    ['supervisor', { ...as('account_executive'), partner_id: 'partner' }, []],
    ['pa', as('account_executive'), []],
    ['pa', as('account_executive', ''), []],
    ['pa', as('partner', ''), ['partner']],
    ['pa', as('partner', 'élan'), []],
    ['pa', as('partner_account_executive', ''), ['pae', 'pa']],
    ['pa', { ...as('partner_account_executive', ''), partner_id: 'elsewhere' }, []],
    ['foreign', as('partner_account_executive', ''), ['foreign']],
    ['supervisor', as('account_executive', '%'), []],
    ['supervisor', as('account_executive', '_'), []],
  ])('to %s of %o', async (by, query, expected) => {
    const { partner_id, ...rest } = query;
    const asked = partner_id === undefined ? rest : { ...rest, partner_id: id(partner_id) };
    expect(await namesOf(by, asked)).toEqual(expected);
  });

  it('is found by e-mail, a partner by its number and by no other word of it', async () => {
    const { email } = await kit.db.q
      .selectFrom('users')
      .select('email')
      .where('id', '=', id('pae'))
      .executeTakeFirstOrThrow();
    expect(await namesOf('supervisor', as('partner_account_executive', email.toUpperCase()))).toEqual([
      'pae',
    ]);
    const [partner] = (await offered('supervisor', as('partner'))).items;
    expect(partner).toEqual({
      id: id('partner'),
      name: 'Nettle & Sons',
      number: expect.stringMatching(/\d/),
      partner_id: null,
    });
    expect(await namesOf('supervisor', as('partner', partner?.number ?? ''))).toEqual(['partner']);
    expect(await namesOf('supervisor', as('partner', 'nettle@x.test'))).toEqual([]);
  });

  it.each(['', '?as=everybody', '?as=partner&limit=201', '?as=partner&limit=0', '?as=partner&partner_id=1'])(
    'is not asked for by “%s”',
    async (query) => {
      const answer = await kit.as(id('ga'), 'GET', `/organizations/assignees${query}`);
      expect(answer.status).toBe(422);
    },
  );
});

describe('of very many', () => {
  const many = 2600;

  beforeAll(async () => {
    await kit.db.raw(
      `insert into organizations (id, kind, name, currency)
select gen_random_uuid(), 'partner', 'Mass partner ' || lpad(i::text, 5, '0'), 'EUR' from generate_series(1, $1::int) i`,
      [many],
    );
    await kit.db.raw(
      `insert into users (id, role, profile_id, partner_id, first_name, last_name, email, status)
select gen_random_uuid(), u.role, u.profile_id, u.partner_id, 'Mass ' || lpad(i::text, 5, '0'), 'Person', u.role || i || '@mass.test', 'active'
from generate_series(1, $1::int) i, users u where u.id in ($2::uuid, $3::uuid)`,
      [many, id('supervisor'), id('pae')],
    );
  });

  it.each([
    ['account_executive', 'mass 02600 person'],
    ['partner', 'mass partner 02600'],
    ['partner_account_executive', 'mass 02600'],
  ])('the last %s is found', async (what, q) => {
    const { items, more } = await offered('supervisor', as(what, q));
    expect([items.length, more]).toEqual([1, false]);
  });

  it('a page is in order, and says that there are more', async () => {
    const { items, more } = await offered('ga', { ...as('partner', 'mass'), limit: 3 });
    const ordered = ['Mass partner 00001', 'Mass partner 00002', 'Mass partner 00003'];
    expect([items.map(({ name }) => name), more]).toEqual([ordered, true]);
    const people = await offered('pa', { ...as('partner_account_executive', 'mass 0000'), limit: 9 });
    expect(people.more).toBe(false);
    expect(people.items.map(({ name }) => name)).toEqual(
      Array.from({ length: 9 }, (_, at) => `Mass 0000${at + 1} Person`),
    );
    const unasked = await offered('ga', { as: 'account_executive' });
    expect([unasked.items.length, unasked.more]).toEqual([50, true]);
  });
});
