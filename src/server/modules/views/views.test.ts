import { afterAll, beforeAll, expect, test } from 'vitest';
import { addOrganization, addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { logInAs } from '../../../../test/kit/log-in-as.ts';

let kit: TestApp;
let person: string;
beforeAll(async () => {
  kit = await testApp();
  person = await addPerson(kit.db, 'account_executive', 'csr_senior');
});
afterAll(() => kit.close());

interface Kept {
  items: { id: string; list: string; name: string; query: Record<string, string> }[];
  lists: { list: string; hidden_columns: string[] | null; default_view_id: string | null }[];
}
const read = async (who = person) => (await kit.as(who, 'GET', '/me/views')).body as unknown as Kept;
const put = (body: object, who = person) => kit.as(who, 'PUT', '/me/views', body);
const choose = (body: object, who = person) => kit.as(who, 'PUT', '/me/lists', body);
const fieldsOf = (answer: { body: Record<string, unknown> }) =>
  (answer.body.fields as { field: string }[]).map(({ field }) => field);

test('a view is kept under its name, changed by the same name, and removed', async () => {
  const query = { status: 'active', sort: '-name' };
  const made = await put({ list: 'organizations', name: 'Mine', query });
  expect(made.body).toMatchObject({ list: 'organizations', name: 'Mine', query });
  const changed = await put({ list: 'organizations', name: 'Mine', query: { q: '0012' } });
  expect(changed.body.id).toBe(made.body.id);
  await put({ list: 'contacts', name: 'Mine', query: {} });
  expect((await read()).items.map(({ list, query }) => [list, query])).toEqual([
    ['organizations', { q: '0012' }],
    ['contacts', {}],
  ]);
  expect((await kit.as(person, 'DELETE', `/me/views/${made.body.id}`)).status).toBe(204);
  expect((await kit.as(person, 'DELETE', `/me/views/${made.body.id}`)).status).toBe(404);
  expect((await read()).items.map(({ list }) => list)).toEqual(['contacts']);
});

test.each([
  [{ list: 'nothing', name: 'X', query: {} }, 'list'],
  [{ list: 'dashboard', name: 'X', query: {} }, 'list'],
  [{ list: 'organizations', name: '', query: {} }, 'name'],
  [{ list: 'organizations', name: 'x'.repeat(81), query: {} }, 'name'],
  [{ list: 'organizations', name: 'X', query: { color: 'red' } }, 'query.color'],
  [{ list: 'organizations', name: 'X', query: { status: 'blue' } }, 'query.status'],
  [{ list: 'organizations', name: 'X', query: { sort: 'phone' } }, 'query.sort'],
  [{ list: 'organizations', name: 'X', query: { limit: '5' } }, 'query.limit'],
  [{ list: 'organizations', name: 'X', query: { after: 'x' } }, 'query.after'],
  [{ list: 'organizations', name: 'X', query: { q: 'x'.repeat(201) } }, 'query.q'],
])('%j is refused, naming %s, and nothing is kept', async (body, field) => {
  const before = await read();
  const answer = await put(body);
  expect([answer.status, fieldsOf(answer)]).toEqual([422, [field]]);
  expect(await read()).toEqual(before);
});

test('there is room for fifty, of all lists together; a known name still changes', async () => {
  const hoarder = await addPerson(kit.db, 'account_executive', 'csr_senior');
  for (let n = 0; n < 49; n += 1) await put({ list: 'contacts', name: `View ${n}`, query: {} }, hoarder);
  const last = ['a', 'b', 'c'].map((name) => put({ list: 'organizations', name, query: {} }, hoarder));
  expect((await Promise.all(last)).map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  const again = await put({ list: 'contacts', name: 'View 7', query: { q: 'x' } }, hoarder);
  expect(again.status).toBe(200);
  expect((await read(hoarder)).items).toHaveLength(50);
});

test('a list keeps its columns and its first view, each without the other', async () => {
  const view = await put({ list: 'invoices', name: 'Open', query: { status: 'open' } });
  await choose({ list: 'invoices', hidden_columns: ['balance', 'balance', 'due_on'] });
  const chosen = await choose({ list: 'invoices', default_view_id: view.body.id });
  const both = { list: 'invoices', hidden_columns: ['balance', 'due_on'], default_view_id: view.body.id };
  expect(chosen.body).toEqual(both);
  expect((await read()).lists).toEqual([both]);
  await kit.as(person, 'DELETE', `/me/views/${view.body.id}`);
  expect((await read()).lists).toEqual([{ ...both, default_view_id: null }]);
  await choose({ list: 'invoices', hidden_columns: null });
  expect((await read()).lists).toMatchObject([{ hidden_columns: null }]);
});

test('what is no view or column of the list is refused', async () => {
  const other = await put({ list: 'orders', name: 'Mine', query: {} });
  const cases: readonly [object, string][] = [
    [{ list: 'invoices', default_view_id: other.body.id }, 'default_view_id'],
    [{ list: 'invoices', default_view_id: person }, 'default_view_id'],
    [{ list: 'invoices', hidden_columns: ['<script>'] }, 'hidden_columns.0'],
    [{ list: 'invoices', hidden_columns: Array.from({ length: 51 }, () => 'x') }, 'hidden_columns'],
    [{ list: 'nothing', hidden_columns: [] }, 'list'],
  ];
  for (const [body, field] of cases) {
    const answer = await choose(body);
    expect([answer.status, fieldsOf(answer)]).toEqual([422, [field]]);
  }
});

test("somebody else's views are neither seen nor reached", async () => {
  const stranger = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  const view = await put({ list: 'organizations', name: 'Private', query: {} });
  expect(await read(stranger)).toEqual({ items: [], lists: [] });
  expect((await kit.as(stranger, 'DELETE', `/me/views/${view.body.id}`)).status).toBe(404);
  const answer = await choose({ list: 'organizations', default_view_id: view.body.id }, stranger);
  expect(answer.status).toBe(422);
});

test('who is logged in as somebody sees their views and changes none', async () => {
  const organization_id = await addOrganization(kit.db);
  const customer = await addPerson(kit.db, 'customer', 'standard_customer', { organization_id });
  const administrator = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  const view = await put({ list: 'invoices', name: 'Theirs', query: {} }, customer);
  const inside = await logInAs(kit, administrator, customer);
  const seen = (await inside.send('GET', '/me/views')).body as unknown as Kept;
  expect(seen.items.map(({ name }) => name)).toEqual(['Theirs']);
  const tries = [
    inside.send('PUT', '/me/views', { list: 'invoices', name: 'Mine', query: {} }),
    inside.send('PUT', '/me/lists', { list: 'invoices', hidden_columns: [] }),
    inside.send('DELETE', `/me/views/${view.body.id}`),
  ];
  for (const answer of await Promise.all(tries)) expect(answer.body.code).toBe('access/inside-login-as');
});
