import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/kit/app.ts';
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
let id: string;

beforeAll(async () => {
  kit = await testApp();
  desk = await openSupportDesk(kit);
}, 120_000);
afterAll(() => kit.close());
beforeEach(async () => {
  id = await openedCase(desk, { description: 'It says\r\n"out of walruses".' });
  await kit.db.q.deleteFrom('mails').execute();
});

const row = (of = id) =>
  kit.db.q.selectFrom('cases').selectAll().where('id', '=', of).executeTakeFirstOrThrow();
const statusOf = async () => (await row()).status;

describe('the state of a case', () => {
  it('follows who spoke last, and stands in its history', async () => {
    await reply(desk, 'senior', id, 'Which file?');
    expect(await statusOf()).toBe('waiting_on_customer');
    await reply(desk, 'requester', id, 'This one');
    expect(await statusOf()).toBe('open');
    await reply(desk, 'junior', id, 'Fixed', { resolve: true });
    expect(await statusOf()).toBe('resolved');
    await reply(desk, 'colleague', id, 'Not for me');
    expect(await statusOf()).toBe('open');
    await actOn(desk, 'requester', id, 'close');
    expect(await statusOf()).toBe('closed');
    await actOn(desk, 'requester', id, 'reopen');
    expect(await statusOf()).toBe('open');
    const history = await kit.as(desk.people.requester, 'GET', `/cases/${id}/history`);
    const told = history.body.items as { action: string; changes: { from: unknown; to: unknown }[] }[];
    expect(told.map(({ action, changes }) => [action, changes.at(-1)?.to ?? null])).toEqual([
      ['cases.reopen', 'open'],
      ['cases.close', 'closed'],
      ['cases.reply', 'open'],
      ['cases.reply', 'resolved'],
      ['cases.reply', 'open'],
      ['cases.reply', 'waiting_on_customer'],
      ['cases.create', 'shared'],
    ]);
  });

  it('is the partner’s to answer where a customer asked, and to ask where its own people did', async () => {
    await reply(desk, 'partner_executive', id, 'We look into it');
    expect(await statusOf()).toBe('waiting_on_customer');
    id = await openedCase(desk, {}, 'partner_executive');
    await reply(desk, 'senior', id, 'Which file?');
    await reply(desk, 'partner_admin', id, 'All of them');
    expect(await statusOf()).toBe('open');
  });

  it('is resolved by whoever answers only', async () => {
    const refused = await reply(desk, 'requester', id, 'Thanks', { resolve: true });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('resolve')]);
    expect((await kit.as(desk.people.requester, 'GET', `/cases/${id}/messages`)).body.items).toEqual([]);
  });

  test.each(['resolved', 'closed'] as const)(
    'once %s it takes a reply for 14 days and not on the day after',
    async (settled) => {
      if (settled === 'closed') await actOn(desk, 'senior', id, 'close');
      else await reply(desk, 'senior', id, 'Fixed', { resolve: true });
      const settledAt = (await row()).settled_at?.getTime() ?? 0;
      const at = (ms: number) =>
        kit.db.q
          .updateTable('cases')
          .set({ settled_at: new Date(kit.app.clock().getTime() - ms) })
          .where('id', '=', id)
          .execute();
      expect(settledAt).toBeGreaterThan(0);
      await at(15 * 86_400_000);
      const late = await reply(desk, 'requester', id, 'Again');
      expect([late.status, late.body.detail]).toEqual([
        409,
        expect.stringMatching(/more than 14 days ago.*Open a new one and mention C-/),
      ]);
      expect((await actOn(desk, 'requester', id, 'reopen')).status).toBe(409);
      expect((await actOn(desk, 'senior', id, 'view')).body.takes_replies).toBe(false);
      expect(await statusOf()).toBe(settled);
      await at(14 * 86_400_000 - 60_000);
      expect((await actOn(desk, 'senior', id, 'view')).body.takes_replies).toBe(true);
      expect((await reply(desk, 'requester', id, 'Again')).status).toBe(200);
      expect(await row()).toMatchObject({ status: 'open', settled_at: null });
    },
  );

  it('refuses to close twice, and to reopen what is open', async () => {
    expect((await actOn(desk, 'requester', id, 'reopen')).body.code).toBe('record/state');
    await actOn(desk, 'requester', id, 'close');
    expect((await actOn(desk, 'requester', id, 'close')).body.code).toBe('record/state');
  });
});

test('the window counts by the clock of the app', async () => {
  const own = await testApp();
  try {
    const late = await openSupportDesk(own);
    const closed = await openedCase(late);
    await actOn(late, 'requester', closed, 'close');
    own.pass(13);
    expect((await actOn(late, 'requester', closed, 'reopen')).status).toBe(200);
    await actOn(late, 'requester', closed, 'close');
    own.pass(15);
    expect((await actOn(late, 'requester', closed, 'reopen')).status).toBe(409);
  } finally {
    await own.close();
  }
});

describe('replies', () => {
  it('are read in order by whoever views the case, with their side', async () => {
    await reply(desk, 'senior', id, 'Which file?');
    await reply(desk, 'requester', id, 'This one:\r\n\r\nreport.csv  ');
    const { body } = await kit.as(desk.people.colleague, 'GET', `/cases/${id}/messages`);
    expect(body.items).toMatchObject([
      { body: 'Which file?', side: 'answers', author: { id: desk.people.senior } },
      { body: 'This one:\n\nreport.csv', side: 'asks', author: { id: desk.people.requester } },
    ]);
  });

  it('are written once, however often they are sent', async () => {
    const once = key();
    const send = () =>
      kit.as(desk.people.requester, 'POST', `/cases/${id}/messages`, { body: 'Hello?' }, once);
    expect([(await send()).status, (await send()).status]).toEqual([200, 200]);
    const { body } = await kit.as(desk.people.requester, 'GET', `/cases/${id}/messages`);
    expect(body.items).toHaveLength(1);
  });

  test.each(['', '   ', 'bell \u0007', 'x'.repeat(10_001)])('refuse %j and name the field', async (body) => {
    const answer = await reply(desk, 'requester', id, body);
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('"field":"body"')]);
  });
});

describe('the mails', () => {
  const mails = async () =>
    (await kit.db.q.selectFrom('mails').select(['to_address', 'template', 'body_text']).execute()).map(
      ({ to_address, template, body_text }) => ({ to: to_address, template, text: body_text }),
    );
  const addressOf = (who: DeskPerson) => `${desk.people[who]}@example.com`;
  const told = async () => (await mails()).map(({ to, template }) => [to, template]);

  it('go to the account executive when a customer opens or replies, quoting what was written', async () => {
    id = await openedCase(desk, { description: 'First line\nSecond line' });
    expect(await told()).toEqual([[addressOf('senior'), 'case_opened']]);
    await reply(desk, 'requester', id, 'Still broken');
    expect(await told()).toContainEqual([addressOf('senior'), 'case_replied']);
    const [opened, replied] = await mails();
    expect(opened?.text).toContain('> First line\n> Second line');
    expect(replied?.text).toContain(`/cases/${id}`);
  });

  it('go to the assignee instead, once there is one who can open the case', async () => {
    await actOn(desk, 'supervisor', id, 'assign', { assignee_id: desk.people.other_senior });
    await reply(desk, 'requester', id, 'Still broken');
    expect(await told()).toEqual([[addressOf('other_senior'), 'case_replied']]);
    const suspend = (status: 'suspended' | 'active') =>
      kit.db.q.updateTable('users').set({ status }).where('id', '=', desk.people.other_senior).execute();
    await suspend('suspended');
    await reply(desk, 'requester', id, 'Hello?');
    await suspend('active');
    expect((await told()).at(-1)).toEqual([addressOf('senior'), 'case_replied']);
  });

  it('go to the requester when somebody answers, and to nobody about an internal note', async () => {
    await actOn(desk, 'senior', id, 'notes', { body: 'Be careful' });
    expect(await told()).toEqual([]);
    await reply(desk, 'junior', id, 'Which file?');
    expect(await told()).toEqual([[addressOf('requester'), 'case_replied']]);
  });

  it('go to the requester as well when a colleague writes', async () => {
    await reply(desk, 'colleague', id, 'The same here');
    expect(await told()).toEqual([
      [addressOf('senior'), 'case_replied'],
      [addressOf('requester'), 'case_replied'],
    ]);
  });

  it('go to the partner’s executive where the company has nobody who looks after the account', async () => {
    const executive = (account_executive_id: string | null) =>
      kit.db.q
        .updateTable('organizations')
        .set({ account_executive_id })
        .where('id', '=', desk.organization)
        .execute();
    await executive(null);
    id = await openedCase(desk);
    await executive(desk.people.senior);
    expect(await told()).toEqual([[addressOf('partner_executive'), 'case_opened']]);
  });

  it('and the page say of a reopened case that it was opened again, not that somebody replied', async () => {
    await actOn(desk, 'senior', id, 'close');
    expect((await actOn(desk, 'requester', id, 'reopen')).status).toBe(200);
    const { body } = await kit.as(desk.people.senior, 'GET', '/notifications?limit=1');
    expect(body.items).toMatchObject([{ text: expect.stringMatching(/^Case C-\d+ was opened again\.$/) }]);
    expect((await mails()).at(-1)?.text).toMatch(/reopened case .*\.\n/);
  });

  it('go to nobody who could not open the case at that moment', async () => {
    const organization_id = desk.elsewhere;
    const { requester } = desk.people;
    await kit.db.q.updateTable('users').set({ organization_id }).where('id', '=', requester).execute();
    await reply(desk, 'junior', id, 'Which file?');
    expect(await told()).toEqual([]);
    const back = { organization_id: desk.organization };
    await kit.db.q.updateTable('users').set(back).where('id', '=', requester).execute();
  });

  it('go to nobody about what they did themselves', async () => {
    id = await openedCase(desk, {}, 'senior');
    await reply(desk, 'senior', id, 'Found it');
    expect(await told()).toEqual([]);
  });
});
