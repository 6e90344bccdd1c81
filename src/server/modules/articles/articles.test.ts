import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOrganization, addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';

let kit: TestApp;
const people = new Map<string, string>();

beforeAll(async () => {
  kit = await testApp();
  const partner_id = await addOrganization(kit.db, { kind: 'partner' });
  const organization_id = await addOrganization(kit.db);
  const add = async (role: Parameters<typeof addPerson>[1], key: string, more = {}) =>
    people.set(key, await addPerson(kit.db, role, key, more));
  await add('global_administrator', 'global_administrator');
  await add('system_administrator', 'administrator');
  await add('system_administrator', 'default_admin');
  await add('account_executive', 'csr_supervisor');
  await add('account_executive', 'csr_senior');
  await add('account_executive', 'csr_junior');
  await add('partner_administrator', 'partner_administrator', { partner_id });
  await add('partner_account_executive', 'partner_viewer', { partner_id });
  await add('customer', 'standard_customer', { organization_id });
  await add('customer', 'billing_contact', { organization_id });
});
afterAll(() => kit.close());

const who = (key: string) => people.get(key) ?? '';
const version = (n: unknown) => ({ 'if-match': `"${n}"` });
let made = 0;

interface Made {
  id: string;
  version: number;
  title: string;
}

async function write(by: string, more: object = {}): Promise<Made> {
  made += 1;
  const text = {
    title: `Article ${made} zebra`,
    category: 'Help',
    audience: ['customer'],
    body: `Body ${made}`,
  };
  const { status, body } = await kit.as(who(by), 'POST', '/articles', { ...text, ...more });
  expect(status).toBe(201);
  return body as unknown as Made;
}

async function move(by: string, { id, version: at }: Made, to: string, expected = 200): Promise<Made> {
  const { status, body } = await kit.as(who(by), 'POST', `/articles/${id}/${to}`, {}, version(at));
  expect(status, `${by} ${to}`).toBe(expected);
  return body as unknown as Made;
}

/** Every way to come by an article. */
async function found(reader: string, { id, title }: Made) {
  const ask = (path: string) => kit.as(who(reader), 'GET', path);
  const list = await ask('/articles?limit=200');
  const search = await ask(`/articles?q=${encodeURIComponent(title.toUpperCase())}`);
  const count = await ask(`/articles/count?q=${encodeURIComponent(title)}`);
  const one = await ask(`/articles/${id}`);
  const listed = (body: Record<string, unknown>) =>
    ((body.items ?? []) as { id: string }[]).some((row) => row.id === id);
  return {
    list: listed(list.body),
    search: listed(search.body),
    count: count.body.count === 1,
    one: one.status === 200,
  };
}

const everyWay = { list: true, search: true, count: true, one: true };
const noWay = { list: false, search: false, count: false, one: false };
const editors = ['global_administrator', 'administrator', 'csr_supervisor', 'csr_senior'];

describe('who finds an article', () => {
  const readers = {
    customer: ['standard_customer'],
    partner: ['partner_administrator', 'partner_viewer'],
    csr: ['csr_junior'],
    admin: [],
  } as const;

  it.each(['draft', 'archived', 'published'] as const)(
    'by any way, when it is %s',
    async (state) => {
      for (const audience of ['customer', 'partner', 'csr', 'admin'] as const) {
        let article = await write('administrator', { audience: [audience] });
        if (state === 'published') article = await move('administrator', article, 'publish');
        if (state === 'archived') article = await move('administrator', article, 'archive');
        const allowed: string[] = [...editors, ...(state === 'published' ? readers[audience] : [])];
        for (const reader of people.keys()) {
          const expected = allowed.includes(reader) ? everyWay : noWay;
          expect(await found(reader, article), `${reader}, for ${audience}`).toEqual(expected);
        }
      }
    },
    120_000,
  );

  it('answers a draft exactly like an article that is missing', async () => {
    const { id } = await write('administrator');
    const missing = id.replace(/^.{8}/, '00000000');
    for (const reader of ['csr_junior', 'standard_customer', 'partner_viewer']) {
      const [hidden, absent] = [
        await kit.as(who(reader), 'GET', `/articles/${id}`),
        await kit.as(who(reader), 'GET', `/articles/${missing}`),
      ];
      expect([hidden.status, hidden.body]).toEqual([404, absent.body]);
    }
  });

  it('counts categories over the same rows', async () => {
    const category = 'Only for drafts';
    const article = await write('administrator', { category, audience: ['customer', 'admin'] });
    const shown = async (reader: string) => {
      const { body } = await kit.as(who(reader), 'GET', '/articles/categories');
      return (body.items as { category: string; count: number }[]).find((one) => one.category === category);
    };
    expect([await shown('standard_customer'), await shown('administrator')]).toEqual([
      undefined,
      { category, count: 1 },
    ]);
    await move('administrator', article, 'publish');
    expect(await shown('standard_customer')).toEqual({ category, count: 1 });
    expect(await shown('partner_viewer')).toBeUndefined();
  });

  it('narrows by state, audience and category, and refuses others', async () => {
    const article = await write('administrator', { category: 'Rare', audience: ['partner', 'csr'] });
    const ask = async (query: string) => {
      const { body } = await kit.as(who('administrator'), 'GET', `/articles?category=Rare&${query}`);
      return (body.items as { id: string }[]).map(({ id }) => id);
    };
    expect(await ask('audience=csr&status=draft')).toEqual([article.id]);
    expect(await ask('audience=customer')).toEqual([]);
    expect(await ask('status=published')).toEqual([]);
    const wrong = await kit.as(who('administrator'), 'GET', '/articles?audience=everybody');
    expect([wrong.status, wrong.body.fields]).toEqual([
      422,
      [expect.objectContaining({ field: 'audience' })],
    ]);
  });

  it('says nothing of the text in a list, and nothing of its history to readers', async () => {
    const article = await move('administrator', await write('administrator'), 'publish');
    const { body } = await kit.as(who('standard_customer'), 'GET', '/articles');
    expect((body.items as object[]).some((row) => 'body' in row)).toBe(false);
    const one = await kit.as(who('standard_customer'), 'GET', `/articles/${article.id}`);
    expect(one.body).toMatchObject({
      body: expect.stringContaining('Body'),
      can: { 'articles.edit': false },
    });
    const history = await kit.as(who('standard_customer'), 'GET', `/articles/${article.id}/history`);
    expect(history.status).toBe(404);
  });
});

describe('who writes', () => {
  const text = { title: 'T', category: 'C', audience: ['customer'], body: 'B' };

  it.each([
    ['administrator', 201],
    ['csr_supervisor', 201],
    ['csr_senior', 201],
    ['csr_junior', 403],
    ['default_admin', 403],
    ['partner_administrator', 403],
    ['standard_customer', 403],
  ])('%s: %d', async (reader, status) => {
    expect((await kit.as(who(reader), 'POST', '/articles', text)).status).toBe(status);
  });

  it.each([
    [{ ...text, title: '' }, 'title'],
    [{ ...text, title: 'a\nb' }, 'title'],
    [{ ...text, audience: [] }, 'audience'],
    [{ ...text, audience: ['customer', 'customer'] }, 'audience'],
    [{ ...text, audience: ['nobody'] }, 'audience.0'],
    [{ ...text, body: ' \n ' }, 'body'],
    [{ ...text, body: 'x'.repeat(50_001) }, 'body'],
    [{ ...text, status: 'published' }, 'status'],
    [{ ...text, for_customers: true }, 'for_customers'],
  ])('refuses %j, naming %s', async (body, field) => {
    const answer = await kit.as(who('administrator'), 'POST', '/articles', body);
    expect([answer.status, (answer.body.fields as { field: string }[])[0]?.field]).toEqual([422, field]);
  });

  it('edits only what their scope reaches, from the version they read', async () => {
    const foreign = await write('administrator');
    const own = await write('csr_senior');
    const edit = (by: string, { id }: Made, at = 1) =>
      kit.as(who(by), 'PATCH', `/articles/${id}`, { summary: `By ${by}` }, version(at));
    expect(await edit('csr_senior', foreign)).toMatchObject({
      status: 403,
      body: { code: 'access/outside-scope' },
    });
    expect(await edit('csr_senior', own)).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await edit('csr_supervisor', own)).status).toBe(409);
    expect((await edit('csr_supervisor', own, 2)).status).toBe(200);
  });

  it('leaves what is published to those who may publish', async () => {
    const own = await write('csr_senior');
    expect(
      (await kit.as(who('csr_senior'), 'POST', `/articles/${own.id}/publish`, {}, version(1))).status,
    ).toBe(403);
    const published = await move('csr_supervisor', own, 'publish');
    const seen = await kit.as(who('csr_senior'), 'GET', `/articles/${own.id}`);
    expect(seen.body.can).toMatchObject({ 'articles.edit': false, 'articles.publish': false });
    const edit = (by: string) =>
      kit.as(who(by), 'PATCH', `/articles/${own.id}`, { body: 'Other' }, version(published.version));
    expect(await edit('csr_senior')).toMatchObject({
      status: 403,
      body: { code: 'access/action-not-granted' },
    });
    expect((await edit('csr_supervisor')).status).toBe(200);
  });
});

describe('states', () => {
  it.each([
    ['draft', 'publish', 'published'],
    ['draft', 'unpublish', null],
    ['draft', 'archive', 'archived'],
    ['published', 'publish', null],
    ['published', 'unpublish', 'draft'],
    ['published', 'archive', 'archived'],
    ['archived', 'publish', null],
    ['archived', 'unpublish', 'draft'],
    ['archived', 'archive', null],
  ] as const)('%s, %s: %s', async (from, verb, to) => {
    let article = await write('administrator');
    if (from !== 'draft')
      article = await move('administrator', article, from === 'published' ? 'publish' : 'archive');
    const after = await move('administrator', article, verb, to === null ? 409 : 200);
    if (to === null) return expect(after).toMatchObject({ code: 'record/state' });
    expect(after).toMatchObject({
      status: to,
      published_at:
        to === 'published' || (to === 'archived' && from === 'published') ? expect.any(String) : null,
    });
    const [entry] = await kit.db.q
      .selectFrom('audit_log')
      .selectAll()
      .where('item_id', '=', article.id)
      .where('action', '=', 'articles.publish')
      .where('outcome', '=', 'allowed')
      .orderBy('id', 'desc')
      .execute();
    expect(entry?.changes).toContainEqual({ field: 'status', from, to });
  });
});

describe('the second fence', () => {
  it('shows what is published for them to customers and partners, and without a boundary nothing', async () => {
    await move('administrator', await write('administrator', { audience: ['customer'] }), 'publish');
    await move('administrator', await write('administrator', { audience: ['partner'] }), 'publish');
    const read = (text: string) => () => kit.db.raw<{ for_customers: boolean; for_partners: boolean }>(text);
    const id = people.get('administrator') ?? '';
    const all = 'select * from articles';
    const searches = [`select * from articles_matching('%')`, `select * from articles_matching('%', 1000)`];
    for (const text of [all, ...searches]) {
      const customers = await kit.db.fenced({ role: 'customer', id }, read(text));
      const partners = await kit.db.fenced({ role: 'partner', id }, read(text));
      expect(customers.length).toBeGreaterThan(0);
      expect(partners.length).toBeGreaterThan(0);
      expect(customers.every((row) => row.for_customers)).toBe(true);
      expect(partners.every((row) => row.for_partners)).toBe(true);
    }
    for (const role of ['ambit_customer', 'ambit_partner']) {
      await kit.db.transaction(async () => {
        await kit.db.script(`set local role ${role}`);
        expect(await read(all)()).toEqual([]);
        for (const search of searches) expect(await read(search)()).toEqual([]);
      });
    }
  });
});
