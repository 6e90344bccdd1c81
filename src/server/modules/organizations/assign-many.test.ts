import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, addOrganization, addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';

let kit: TestApp;
const ids: Record<string, string> = {};
const id = (name: string) => ids[name] ?? name;

beforeAll(async () => {
  kit = await testApp();
  ids.partner = await addOrganization(kit.db, { kind: 'partner' });
  ids.elsewhere = await addOrganization(kit.db, { kind: 'partner' });
  const place = { partner_id: id('partner') };
  ids.ga = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  ids.ae = await addPerson(kit.db, 'account_executive', 'csr_supervisor');
  ids.junior = await addPerson(kit.db, 'account_executive', 'csr_junior');
  ids.pa = await addPerson(kit.db, 'partner_administrator', 'partner_administrator', place);
  ids.first = await addPerson(kit.db, 'partner_account_executive', 'partner_account_executive', place);
  ids.second = await addPerson(kit.db, 'partner_account_executive', 'partner_account_executive', place);
  ids.foreign = await addPerson(kit.db, 'partner_account_executive', 'partner_account_executive', {
    partner_id: id('elsewhere'),
  });
});
afterAll(() => kit.close());

async function account(values: object = {}): Promise<string> {
  return addOrganization(kit.db, {
    parent_partner_id: id('partner'),
    partner_account_executive_id: id('first'),
    ...values,
  });
}

interface Ask {
  to?: object;
  dry_run?: boolean;
  version?: number;
}

function assign(by: string, organizations: string[], { to, dry_run = false, version = 1 }: Ask = {}) {
  return kit.as(id(by), 'POST', '/organizations/assign', {
    organizations: organizations.map((each) => ({ id: each, version })),
    to: to ?? { partner_account_executive_id: id('second') },
    dry_run,
  });
}

interface Items {
  items: { verdict: string; why: string | null; name: string | null }[];
  sight: { loses: { id: string; organizations: number }[]; gains: { id: string; organizations: number }[] };
}
const told = (answer: Answer) => answer.body as unknown as Items;
const verdicts = (answer: Answer) => told(answer).items.map(({ verdict }) => verdict);

async function executiveOf(organization: string): Promise<string | null> {
  const row = await kit.db.q
    .selectFrom('organizations')
    .select('partner_account_executive_id')
    .where('id', '=', organization)
    .executeTakeFirstOrThrow();
  return row.partner_account_executive_id;
}

describe('many organizations at once', () => {
  it('are tried out without being moved: who moves, who loses sight, who gains it', async () => {
    const all = [await account(), await account(), await account({ created_by: id('first') })];
    const answer = await assign('pa', all, { dry_run: true });
    expect([answer.status, verdicts(answer)]).toEqual([200, ['moves', 'moves', 'moves']]);
    // What they added themselves stays in their sight.
    expect(told(answer).sight).toMatchObject({
      loses: [{ id: id('first'), organizations: 2 }],
      gains: [{ id: id('second'), organizations: 3 }],
    });
    expect(await executiveOf(all[0] ?? '')).toBe(id('first'));
  });

  it('tells of every person of a partner, however many there are', async () => {
    const crowded = await addOrganization(kit.db, { kind: 'partner' });
    const moved = await addOrganization(kit.db, { parent_partner_id: crowded });
    await kit.db.raw(
      `insert into users (id, role, profile_id, partner_id, first_name, last_name, email, status)
select gen_random_uuid(), u.role, u.profile_id, $1, 'One', 'Of many', i || '@crowded.test', 'active'
from generate_series(1, 520) i, users u where u.id = $2`,
      [crowded, id('pa')],
    );
    const answer = await assign('ga', [moved], { to: { partner_id: null }, dry_run: true });
    expect(told(answer).sight.loses).toHaveLength(520);
  });

  it('move together with their records, each with a row in the log, and are out of sight at once', async () => {
    const all = [await account(), await account()];
    const [one = ''] = all;
    await kit.db.q
      .insertInto('contacts')
      .values({ id: one, organization_id: one, first_name: 'A', last_name: 'B' })
      .execute();
    expect((await kit.as(id('first'), 'GET', `/contacts/${one}`)).status).toBe(200);
    const answer = await assign('pa', all);
    expect([answer.status, verdicts(answer)]).toEqual([200, ['moves', 'moves']]);
    expect((await kit.as(id('first'), 'GET', `/contacts/${one}`)).status).toBe(404);
    expect((await kit.as(id('second'), 'GET', `/contacts/${one}`)).status).toBe(200);
    const log = await kit.db.q
      .selectFrom('audit_log')
      .select(['item_id', 'actor_id', 'action'])
      .where('item_id', 'in', all)
      .where('outcome', '=', 'allowed')
      .execute();
    expect(log).toHaveLength(2);
    expect(
      log.every(({ actor_id, action }) => actor_id === id('pa') && action === 'organizations.assign'),
    ).toBe(true);
  });

  it('tell whoever looks after them from now on, in one mail', async () => {
    await kit.db.q.deleteFrom('mails').execute();
    expect((await assign('ga', [await account(), await account()])).status).toBe(200);
    const mails = await kit.db.q.selectFrom('mails').select(['to_address', 'subject']).execute();
    const subject = 'Account assigned to you (2)';
    expect(mails).toEqual([{ to_address: `${id('second')}@example.com`, subject }]);
  });

  it('leave alone what is where it should be', async () => {
    const there = await account({ partner_account_executive_id: id('second') });
    const answer = await assign('pa', [there]);
    expect([answer.status, verdicts(answer)]).toEqual([200, ['stays']]);
    expect((await kit.as(id('ga'), 'GET', `/organizations/${there}`)).body.version).toBe(1);
  });

  const inTheWay: [string, string, () => Promise<string>, object, number, string][] = [
    [
      'of another partner',
      'pa',
      () => account({ parent_partner_id: id('elsewhere'), partner_account_executive_id: null }),
      {},
      422,
      'record/missing',
    ],
    ['missing', 'ga', async () => '00000000-0000-7000-8000-000000000000', {}, 422, 'record/missing'],
    [
      'given to somebody of another partner',
      'ga',
      account,
      { partner_account_executive_id: 'foreign' },
      422,
      'request/invalid',
    ],
    [
      'given to a company executive by a partner',
      'pa',
      account,
      { account_executive_id: 'ae' },
      422,
      'request/invalid',
    ],
  ];
  it.each(inTheWay)('stay as they are when one is %s', async (_label, by, other, to, status, code) => {
    const good = await account();
    const wanted = Object.fromEntries(Object.entries(to).map(([field, name]) => [field, id(String(name))]));
    const ask = Object.keys(wanted).length > 0 ? { to: wanted } : {};
    const organizations = [good, await other()];
    const tried = await assign(by, organizations, { ...ask, dry_run: true });
    expect(tried.status).toBe(200);
    expect(verdicts(tried)[1]).toBe('refused');
    const answer = await assign(by, organizations, ask);
    const fields = answer.body.fields as { field: string; code: string }[];
    expect([answer.status, fields.at(-1)]).toMatchObject([status, { field: 'organizations.1', code }]);
    expect(await executiveOf(good)).toBe(id('first'));
  });

  it('say nothing of a hidden one that they would not say of a missing one', async () => {
    const hidden = await account({ parent_partner_id: id('elsewhere'), partner_account_executive_id: null });
    const answers = [hidden, '00000000-0000-7000-8000-000000000000'].map((one) =>
      assign('pa', [one], { dry_run: true }),
    );
    const [first, second] = (await Promise.all(answers)).map((answer) => ({
      ...told(answer).items[0],
      id: null,
    }));
    expect(first).toEqual(second);
  });

  it('are refused as a whole when one was changed since it was looked at', async () => {
    const all = [await account(), await account()];
    await kit.db.q
      .updateTable('organizations')
      .set({ version: 2 })
      .where('id', '=', all[1] ?? '')
      .execute();
    const answer = await assign('pa', all);
    expect([answer.status, answer.body.code]).toEqual([409, 'request/version-moved']);
    expect(await executiveOf(all[0] ?? '')).toBe(id('first'));
  });

  it.each(['junior', 'first'])('are refused to %s, whose profile does not assign', async (by) => {
    expect((await assign(by, [await account()])).status).toBe(403);
  });

  it('take leave of the executive of the partner they leave, and tell its people', async () => {
    const one = await account();
    const answer = await assign('ae', [one], { to: { partner_id: null } });
    expect(answer.status).toBe(200);
    expect(await executiveOf(one)).toBeNull();
    expect(
      told(answer)
        .sight.loses.map((person) => person.id)
        .sort(),
    ).toEqual([id('pa'), id('first')].sort());
  });

  it('are at most 200, each once', async () => {
    const one = await account();
    expect((await assign('pa', [one, one])).status).toBe(422);
    expect(
      (
        await assign(
          'pa',
          Array.from({ length: 201 }, () => one),
        )
      ).status,
    ).toBe(422);
  });
});

describe('books of business', () => {
  it('add up what their reader may see, for each executive', async () => {
    const place = { partner_id: id('elsewhere') };
    const pa = await addPerson(kit.db, 'partner_administrator', 'partner_administrator', place);
    const at = { parent_partner_id: id('elsewhere'), partner_account_executive_id: id('foreign') };
    await account({ ...at });
    await account({ ...at, status: 'closed', closed_at: new Date() });
    const book = (by: string) => kit.as(by, 'GET', '/organizations/books?by=partner_account_executive');
    expect((await book(pa)).body).toMatchObject({
      items: [{ executive: { id: id('foreign') }, organizations: 1, balances: [] }],
    });
    const others = (await book(id('pa'))).body.items as { executive: { id: string } }[];
    expect(others.map(({ executive }) => executive.id)).not.toContain(id('foreign'));
  });
});
