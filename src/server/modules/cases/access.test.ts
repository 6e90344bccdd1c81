import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { key } from '../../../../test/kit/shop.ts';
import {
  actOn,
  type DeskPerson,
  openedCase,
  openSupportDesk,
  reply,
  type SupportDesk,
} from '../../../../test/kit/support-desk.ts';

let kit: TestApp;
let desk: SupportDesk;

beforeAll(async () => {
  kit = await testApp();
  desk = await openSupportDesk(kit);
}, 120_000);
afterAll(() => kit.close());

const acts = ['view', 'reply', 'edit', 'assign', 'close', 'notes', 'add note', 'export'] as const;
type Act = (typeof acts)[number];

/**
 * What is allowed with a shared case of the requester; every other cell is a refusal. To whom it is hidden it is
 * missing, for what they hold elsewhere.
 */
const allowed: Readonly<Record<DeskPerson, readonly Act[] | { readonly holds: readonly Act[] }>> = {
  admin: acts,
  supervisor: acts,
  senior: acts,
  // Views and answers every account, changes what is theirs.
  other_senior: ['view', 'reply', 'notes', 'add note', 'export'],
  junior: ['view', 'reply', 'notes', 'add note'],
  default_admin: ['view'],
  partner_admin: ['view', 'reply', 'edit', 'assign', 'close'],
  partner_executive: ['view', 'reply', 'edit', 'assign', 'close'],
  partner_colleague: { holds: ['view', 'reply', 'edit', 'assign', 'close'] },
  partner_viewer: ['view'],
  other_partner: { holds: ['view', 'reply', 'edit', 'assign', 'close'] },
  requester: ['view', 'reply', 'edit', 'close'],
  colleague: ['view', 'reply', 'close'],
  managed: ['view', 'reply'],
  billing: { holds: [] },
  foreigner: { holds: ['view', 'reply', 'edit', 'close'] },
};

async function attempt(who: DeskPerson, act: Act, id: string): Promise<number> {
  const { people } = desk;
  switch (act) {
    case 'view':
      return (await actOn(desk, who, id, 'view')).status;
    case 'reply':
      return (await reply(desk, who, id, 'Hello')).status;
    case 'edit':
      return (await actOn(desk, who, id, 'edit', { category: 'question' })).status;
    case 'assign':
      return (await actOn(desk, who, id, 'assign', { assignee_id: null })).status;
    case 'close':
      return (await actOn(desk, who, id, 'close')).status;
    case 'notes':
      return (await kit.as(people[who], 'GET', `/cases/${id}/notes`)).status;
    case 'add note':
      return (await actOn(desk, who, id, 'notes', { body: 'Careful' })).status;
    case 'export':
      return (await kit.as(people[who], 'GET', '/cases/export.csv')).status;
  }
}

function expected(who: DeskPerson, act: Act): readonly number[] {
  const may = allowed[who];
  if ('holds' in may) return may.holds.includes(act) ? [404] : [403];
  return may.includes(act) ? [200, 201] : [403];
}

describe.each(Object.keys(allowed) as DeskPerson[])('%s', (who) => {
  test.each(acts)('%s', async (act) => {
    const id = await openedCase(desk);
    expect(expected(who, act)).toContain(await attempt(who, act, id));
  });
});

test('whoever a profile opens no cases for is refused the list too', async () => {
  expect((await kit.as(desk.people.billing, 'GET', '/cases')).status).toBe(403);
});

test('who may open a case, and where', async () => {
  const { organization, elsewhere, people } = desk;
  const statusOf = async (who: DeskPerson, organization_id: string) => {
    const body = { organization_id, subject: 'Hello', category: 'question' };
    return (await kit.as(people[who], 'POST', '/cases', body, key())).status;
  };
  const table: readonly [DeskPerson, number, number][] = [
    ['admin', 201, 201],
    ['other_senior', 201, 201],
    ['partner_admin', 201, 422],
    ['partner_executive', 201, 422],
    ['partner_colleague', 422, 422],
    ['requester', 201, 422],
    ['managed', 201, 422],
    ['foreigner', 422, 201],
    ['default_admin', 403, 403],
    ['junior', 403, 403],
    ['partner_viewer', 403, 403],
    ['billing', 403, 403],
  ];
  for (const [who, here, there] of table) {
    expect([await statusOf(who, organization), await statusOf(who, elsewhere)], who).toEqual([here, there]);
  }
});

describe('a private case', () => {
  const hidden: readonly DeskPerson[] = ['colleague', 'managed', 'foreigner', 'other_partner'];
  const seeing: readonly DeskPerson[] = [
    'requester',
    'senior',
    'junior',
    'default_admin',
    'partner_admin',
    'partner_executive',
    'partner_viewer',
  ];
  const word = 'walrus';
  let id: string;
  beforeAll(async () => {
    id = await openedCase(desk, { subject: `About a ${word}`, visibility: 'private' });
  });

  /** In the list, the count, the search, alone, its replies, its history. */
  async function traces(who: DeskPerson) {
    const as = (path: string) => kit.as(desk.people[who], 'GET', path);
    const ids = async (path: string) =>
      ((await as(path)).body.items as { id: string }[]).filter((row) => row.id === id).length;
    return [
      await ids('/cases?limit=200'),
      await ids(`/cases?q=${word}`),
      await ids(`/cases?organization_id=${desk.organization}&status=open&limit=200`),
      (await as(`/cases/count?q=${word}`)).body.count,
      (await as(`/cases/${id}`)).status,
      (await as(`/cases/${id}/messages`)).status,
      (await as(`/cases/${id}/history`)).status,
    ];
  }

  it('is there for its requester, for staff and the partner', async () => {
    for (const who of seeing) expect(await traces(who), who).toEqual([1, 1, 1, 1, 200, 200, 200]);
  });

  it('is not there for anybody else: not in a list, count or search, and missing alone', async () => {
    for (const who of hidden) expect(await traces(who), who).toEqual([0, 0, 0, 0, 404, 404, 404]);
    for (const who of hidden) {
      const missing = await kit.as(desk.people[who], 'GET', '/cases/not-there');
      expect((await actOn(desk, who, id, 'view')).body).toEqual(missing.body);
      expect((await reply(desk, who, id, 'Hello')).status, who).toBe(404);
    }
  });

  it('stays out of the export of whoever does not see it', async () => {
    const csv = await kit.as(desk.people.other_senior, 'GET', '/cases/export.csv');
    expect(csv.text).toContain(word);
    const profile = { organization_id: desk.organization };
    const customer = await addPerson(kit.db, 'customer', 'standard_customer', profile);
    expect((await kit.as(customer, 'GET', '/cases/export.csv')).status).toBe(403);
  });

  it('is shared, and withdrawn again, by its requester alone among the customers', async () => {
    const set = (who: DeskPerson, visibility: string) => actOn(desk, who, id, 'edit', { visibility });
    expect((await set('requester', 'shared')).status).toBe(200);
    expect((await traces('colleague')).slice(0, 2)).toEqual([1, 1]);
    expect((await set('colleague', 'private')).body.code).toBe('access/outside-boundary');
    expect((await set('requester', 'private')).status).toBe(200);
    expect((await traces('colleague')).slice(0, 2)).toEqual([0, 0]);
  });

  it('needs somebody who asked', async () => {
    const shared = await openedCase(desk, {}, 'senior');
    const refused = await actOn(desk, 'senior', shared, 'edit', { visibility: 'private' });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('visibility')]);
    await expect(openedCase(desk, { visibility: 'private' }, 'senior')).rejects.toThrow('422');
  });
});

describe('internal notes', () => {
  it('reach neither customers nor partners by any route', async () => {
    const secret = 'zanzibar';
    const id = await openedCase(desk);
    await reply(desk, 'senior', id, 'We look into it');
    expect((await actOn(desk, 'senior', id, 'notes', { body: `Think of ${secret}` })).status).toBe(201);
    await actOn(desk, 'senior', id, 'assign', { assignee_id: desk.people.senior });
    for (const who of ['requester', 'colleague', 'managed', 'partner_admin', 'partner_executive'] as const) {
      const as = (path: string) => kit.as(desk.people[who], 'GET', path);
      expect((await as(`/cases/${id}/notes`)).status, who).toBe(403);
      for (const path of ['', '/messages', '/history'])
        expect((await as(`/cases/${id}${path}`)).text, `${who} ${path}`).not.toContain(secret);
      const history = (await as(`/cases/${id}/history`)).text;
      expect(history).not.toMatch(/note/i);
      expect((await as(`/cases?q=${secret}`)).body.items).toEqual([]);
      expect((await as(`/cases/count?q=${secret}`)).body.count).toBe(0);
    }
    const mails = await kit.db.q.selectFrom('mails').select('body_text').execute();
    expect(mails.filter(({ body_text }) => body_text.includes(secret))).toEqual([]);
    // Not even staff find a case by its notes: what a search says of them would depend on who asks.
    expect((await kit.as(desk.people.admin, 'GET', `/cases?q=${secret}`)).body.items).toEqual([]);
    const notes = await kit.as(desk.people.junior, 'GET', `/cases/${id}/notes`);
    expect(notes.body.items).toMatchObject([
      { body: `Think of ${secret}`, author: { id: desk.people.senior } },
    ]);
  });

  it('can not be read behind the fence, whatever a statement forgets', async () => {
    for (const table of ['case_notes', 'case_messages'] as const) {
      const read = kit.db.fenced({ role: 'customer', id: desk.organization }, () =>
        kit.db.raw(`select * from ${table}`),
      );
      await expect(read).rejects.toThrow(/permission denied/);
    }
  });

  it('are only added to', async () => {
    await expect(kit.db.raw("update case_notes set body = 'Something else'")).rejects.toThrow(
      'only added to',
    );
    await expect(kit.db.raw('delete from case_notes')).rejects.toThrow('only added to');
  });
});

test('of a closed organization the last word stands, and no case is opened again', async () => {
  const id = await openedCase(desk);
  const become = (status: 'active' | 'closed') =>
    kit.db.q
      .updateTable('organizations')
      .set({ status, closed_at: status === 'closed' ? new Date() : null })
      .where('id', '=', desk.organization)
      .execute();
  await become('closed');
  expect((await reply(desk, 'senior', id, 'It was the walruses', { resolve: true })).status).toBe(200);
  const answers = [await actOn(desk, 'senior', id, 'reopen'), await reply(desk, 'senior', id, 'And more')];
  await become('active');
  expect(answers.map(({ status, body }) => [status, body.detail])).toEqual(
    Array(2).fill([409, 'The organization of this case is closed.']),
  );
});
