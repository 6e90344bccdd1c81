import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOrganization, addPerson, type TestApp, testApp } from '../kit/app.ts';

let kit: TestApp;
let admin: string;
let executive: string;
let partner: string;
let partnerAdmin: string;
let first: string;
let second: string;

beforeAll(async () => {
  kit = await testApp();
  admin = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  executive = await addPerson(kit.db, 'account_executive', 'csr_senior');
  partner = await addOrganization(kit.db, { kind: 'partner' });
  const place = { partner_id: partner };
  partnerAdmin = await addPerson(kit.db, 'partner_administrator', 'partner_administrator', place);
  first = await addPerson(kit.db, 'partner_account_executive', 'partner_account_executive', place);
  second = await addPerson(kit.db, 'partner_account_executive', 'partner_account_executive', place);
});
afterAll(() => kit.close());

async function create(by: string, body: object) {
  const answer = await kit.as(by, 'POST', '/organizations', body);
  expect(answer.status, answer.text).toBe(201);
  return answer.body as { id: string; version: number; number: string };
}

const field = (answer: { body: Record<string, unknown> }) =>
  ((answer.body.fields ?? []) as { field: string }[]).map((each) => each.field);

describe('organizations', () => {
  it('are created, found, changed with their version, and logged', async () => {
    const made = await create(admin, { name: 'Brook & Sons', country: 'pl', email: 'Office@Brook.example' });
    const found = await kit.as(admin, 'GET', '/organizations?q=brook');
    expect((found.body.items as { id: string }[]).map(({ id }) => id)).toContain(made.id);
    const changed = await kit.as(
      admin,
      'PATCH',
      `/organizations/${made.id}`,
      { phone: '12' },
      { 'if-match': '"1"' },
    );
    expect([changed.status, changed.body.version, changed.body.country]).toEqual([200, 2, 'PL']);
    const moved = await kit.as(
      admin,
      'PATCH',
      `/organizations/${made.id}`,
      { phone: '13' },
      { 'if-match': '"1"' },
    );
    expect([moved.status, moved.body.code, field(moved)]).toEqual([409, 'request/version-moved', ['phone']]);
    await kit.as(
      admin,
      'POST',
      `/organizations/${made.id}/assign`,
      { partner_id: partner, partner_account_executive_id: first },
      {
        'if-match': '"2"',
      },
    );
    const late = await kit.as(
      admin,
      'PATCH',
      `/organizations/${made.id}`,
      { phone: '13' },
      { 'if-match': '"2"' },
    );
    expect(late.body.detail).toMatch(/ changed parent partner, partner account executive in the meantime\.$/);
    const bare = await kit.as(admin, 'PATCH', `/organizations/${made.id}`, { phone: '13' });
    expect(bare.status).toBe(428);
    const log = await kit.as(admin, 'GET', `/audit-log?item_id=${made.id}`);
    expect((log.body.items as { action: string }[]).map(({ action }) => action)).toEqual([
      'organizations.assign',
      'organizations.edit',
      'organizations.create',
    ]);
  });

  const bad: [string, unknown, string][] = [
    ['nothing', {}, 'name'],
    ['an empty name', { name: '   ' }, 'name'],
    ['a name of the wrong type', { name: 7 }, 'name'],
    ['too long a name', { name: 'x'.repeat(201) }, 'name'],
    ['an unknown field', { name: 'A', account_balance: 5 }, 'account_balance'],
    ['no country', { name: 'A', country: 'Poland' }, 'country'],
    ['no e-mail address', { name: 'A', email: 'nobody' }, 'email'],
    ['no date', { name: 'A', customer_since: '31-12-2024' }, 'customer_since'],
    [
      'an unknown executive',
      { name: 'A', account_executive_id: '00000000-0000-7000-8000-000000000000' },
      'account_executive_id',
    ],
    ['negative payment terms', { name: 'A', payment_terms_days: -1 }, 'payment_terms_days'],
  ];
  it.each(bad)('refuse %s, naming the field and writing nothing', async (_label, body, name) => {
    const before = await kit.db.q.selectFrom('organizations').select('id').execute();
    const answer = await kit.as(admin, 'POST', '/organizations', body);
    expect([answer.status, field(answer)]).toEqual([422, [name]]);
    expect(await kit.db.q.selectFrom('organizations').select('id').execute()).toEqual(before);
  });

  it('keep SQL, HTML and formulas as text, and escape a formula in the export', async () => {
    const name = `=cmd|' /C calc'!A0 <script>alert(1)</script>'; drop table organizations; --`;
    const made = await create(admin, { name });
    const one = await kit.as(admin, 'GET', `/organizations/${made.id}`);
    expect(one.body.name).toBe(name);
    const csv = await kit.as(admin, 'GET', '/organizations/export.csv?q=calc');
    expect(csv.text).toContain(`'=cmd|`);
    expect(csv.headers['content-type']).toContain('text/csv');
  });

  it('refuse forged cursors, unknown filters and sorts by name', async () => {
    const asked = async (query: string) => {
      const answer = await kit.as(admin, 'GET', `/organizations?${query}`);
      return [answer.status, field(answer)];
    };
    const forged = Buffer.from(JSON.stringify(['-created_at', "2026' or 1=1", 'x'])).toString('base64url');
    expect(await asked(`after=${forged}`)).toEqual([422, ['after']]);
    expect(await asked('after=%00')).toEqual([422, ['after']]);
    expect(await asked('sort=account_balance')).toEqual([422, ['sort']]);
    expect(await asked('password=x')).toEqual([422, ['password']]);
    expect(await asked('limit=0')).toEqual([422, ['limit']]);
    expect(await asked('limit=201')).toEqual([422, ['limit']]);
  });

  it('refuse null characters, oversized and malformed bodies and other media types', async () => {
    expect((await kit.as(admin, 'POST', '/organizations', { name: 'a\0b' })).status).toBeLessThan(500);
    expect((await kit.as(admin, 'POST', '/organizations', { name: 'x'.repeat(1_100_000) })).status).toBe(413);
    const text = await kit.as(admin, 'POST', '/organizations', 'name=x', { 'content-type': 'text/plain' });
    expect(text.status).toBe(415);
    const torn = await kit.as(admin, 'POST', '/organizations', '{"name":', {
      'content-type': 'application/json',
    });
    expect(torn.status).toBe(400);
  });

  it('refuse requests from another site', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    expect((await kit.as(admin, 'POST', '/organizations', { name: 'A' }, headers)).status).toBe(403);
    const site = { 'sec-fetch-site': 'cross-site' };
    expect((await kit.as(admin, 'POST', '/organizations', { name: 'A' }, site)).status).toBe(403);
  });
});

describe('assignment', () => {
  it('binds on the next request: the first loses sight, the second gains it, with its contacts', async () => {
    const made = await create(partnerAdmin, { name: 'Moving account', partner_account_executive_id: first });
    const contact = await kit.as(partnerAdmin, 'POST', '/contacts', {
      organization_id: made.id,
      first_name: 'Ida',
      last_name: 'Moved',
    });
    expect(contact.status, contact.text).toBe(201);
    const seen = async (who: string) => [
      (await kit.as(who, 'GET', `/organizations/${made.id}`)).status,
      (await kit.as(who, 'GET', `/contacts/${String(contact.body.id)}`)).status,
    ];
    expect([await seen(first), await seen(second)]).toEqual([
      [200, 200],
      [404, 404],
    ]);
    const body = { partner_account_executive_id: second };
    const answer = await kit.as(partnerAdmin, 'POST', `/organizations/${made.id}/assign`, body, {
      'if-match': '"1"',
    });
    expect(answer.status, answer.text).toBe(200);
    expect([await seen(first), await seen(second)]).toEqual([
      [404, 404],
      [200, 200],
    ]);
  });

  it('is told in the audit log by the names of the people, and keeps their ids beside them', async () => {
    const made = await create(admin, { name: 'Told account', account_executive_id: executive });
    const to = await addPerson(kit.db, 'account_executive', 'csr_senior', {
      first_name: 'Told',
      last_name: 'Next',
    });
    const body = { account_executive_id: to, partner_id: partner };
    await kit.as(admin, 'POST', `/organizations/${made.id}/assign`, body, { 'if-match': '"1"' });
    const log = await kit.as(admin, 'GET', `/audit-log?item_id=${made.id}&action=organizations.assign`);
    const [entry] = log.body.items as { changes: unknown; names: Record<string, string> }[];
    expect(entry?.changes).toEqual([
      { field: 'account_executive_id', from: executive, to },
      { field: 'parent_partner_id', from: null, to: partner },
    ]);
    expect(entry?.names).toMatchObject({ [to]: 'Told Next', [partner]: expect.any(String) });
  });

  it('keeps partners from taking accounts, giving them away, or naming the account executive', async () => {
    const made = await create(partnerAdmin, { name: 'Kept account' });
    const other = await addOrganization(kit.db, { kind: 'partner' });
    const tried = async (body: object) => {
      const answer = await kit.as(partnerAdmin, 'POST', `/organizations/${made.id}/assign`, body, {
        'if-match': '"1"',
      });
      return [answer.status, field(answer)];
    };
    expect(await tried({ partner_id: other })).toEqual([422, ['partner_id']]);
    expect(await tried({ partner_id: null })).toEqual([422, ['partner_id']]);
    expect(await tried({ account_executive_id: executive })).toEqual([422, ['account_executive_id']]);
    expect(await tried({ partner_account_executive_id: executive })).toEqual([
      422,
      ['partner_account_executive_id'],
    ]);
    const foreign = await kit.as(partnerAdmin, 'POST', '/organizations', {
      name: 'A',
      parent_partner_id: other,
    });
    expect([foreign.status, field(foreign)]).toEqual([422, ['parent_partner_id']]);
  });

  it('needs the action: a CSR Senior edits their book and assigns nothing', async () => {
    const made = await create(executive, { name: 'Book of business' });
    const body = { account_executive_id: null };
    const answer = await kit.as(executive, 'POST', `/organizations/${made.id}/assign`, body, {
      'if-match': '"1"',
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'access/action-not-granted']);
  });
});

describe('own details', () => {
  it('lets a customer change their own phone and not their payment terms', async () => {
    const own = await addOrganization(kit.db);
    const customer = await addPerson(kit.db, 'customer', 'standard_customer', { organization_id: own });
    const patch = (body: object, version: number) =>
      kit.as(customer, 'PATCH', `/organizations/${own}`, body, { 'if-match': `"${version}"` });
    expect((await patch({ phone: '555' }, 1)).status).toBe(200);
    const refused = await patch({ phone: '556', payment_terms_days: 365 }, 2);
    expect([refused.status, refused.body.code, field(refused)]).toEqual([
      403,
      'access/field',
      ['payment_terms_days'],
    ]);
    expect((await kit.as(customer, 'GET', `/organizations/${own}`)).body.phone).toBe('555');
  });
});

describe('closing', () => {
  it('suspends the users of the organization and ends their sessions', async () => {
    const own = await addOrganization(kit.db);
    const customer = await addPerson(kit.db, 'customer', 'standard_customer', { organization_id: own });
    expect((await kit.as(customer, 'GET', '/me')).status).toBe(200);
    const closed = await kit.as(admin, 'POST', `/organizations/${own}/close`, {}, { 'if-match': '"1"' });
    expect([closed.status, closed.body.status]).toEqual([200, 'closed']);
    expect((await kit.as(customer, 'GET', '/me')).status).toBe(401);
    const again = await kit.as(admin, 'POST', `/organizations/${own}/close`, {}, { 'if-match': '"2"' });
    expect([again.status, again.body.code]).toEqual([409, 'record/state']);
  });

  it('is refused while a balance is open', async () => {
    const owing = await addOrganization(kit.db, { account_balance: 100 });
    const answer = await kit.as(admin, 'POST', `/organizations/${owing}/close`, {}, { 'if-match': '"1"' });
    expect([answer.status, answer.body.code]).toEqual([409, 'organizations/open-balance']);
  });
});
