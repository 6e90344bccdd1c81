import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { addOrganization, addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';
import {
  actOn,
  type DeskPerson,
  openedCase,
  openSupportDesk,
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
  id = await openedCase(desk);
  await kit.db.q.deleteFrom('mails').execute();
});

const row = (of = id) =>
  kit.db.q.selectFrom('cases').selectAll().where('id', '=', of).executeTakeFirstOrThrow();

describe('assigning', () => {
  const assign = (who: DeskPerson, to: DeskPerson | null) =>
    actOn(desk, who, id, 'assign', { assignee_id: to === null ? null : desk.people[to] });

  test.each<[DeskPerson, DeskPerson, number]>([
    ['senior', 'junior', 200],
    ['senior', 'admin', 200],
    ['senior', 'partner_admin', 422],
    ['senior', 'requester', 422],
    ['partner_admin', 'partner_colleague', 200],
    ['partner_admin', 'other_partner', 422],
    ['partner_admin', 'junior', 422],
  ])('by %s to %s', async (who, to, status) => {
    expect((await assign(who, to)).status).toBe(status);
    expect((await row()).assignee_id).toBe(status === 200 ? desk.people[to] : null);
  });

  it('gives the case to its assignee, and is told by name', async () => {
    const seen = () => actOn(desk, 'partner_colleague', id, 'view');
    expect((await seen()).status).toBe(404);
    await assign('partner_admin', 'partner_colleague');
    expect((await seen()).body.can).toMatchObject({ 'cases.edit': true, 'cases.close': true });
    const history = await kit.as(desk.people.requester, 'GET', `/cases/${id}/history`);
    expect(history.body.items).toMatchObject([
      { changes: [{ field: 'assignee', from: null, to: 'Test partner_account_executive' }] },
      {},
    ]);
  });

  it('leaves a partner what the company’s people work on', async () => {
    await assign('senior', 'junior');
    expect((await assign('partner_admin', null)).status).toBe(422);
    expect((await row()).assignee_id).toBe(desk.people.junior);
  });

  it('refuses somebody whose profile opens no cases', async () => {
    const grants = JSON.stringify({ groups: ['overview'], resources: {}, may_invite: [] });
    const profile = await kit.db.q
      .insertInto('profiles')
      .values({ id: crypto.randomUUID(), name: 'Nothing', role_type: 'csr', grants })
      .returning('id')
      .executeTakeFirstOrThrow();
    await kit.db.q
      .insertInto('profile_versions')
      .values({ profile_id: profile.id, version: 1, name: 'Nothing', grants })
      .execute();
    const idle = await addPerson(kit.db, 'account_executive', 'csr_junior', { profile_id: profile.id });
    const answer = await actOn(desk, 'senior', id, 'assign', { assignee_id: idle });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('could not open this case')]);
    const offered = await kit.as(desk.people.senior, 'GET', '/cases/assignees');
    const ids = (offered.body.items as { id: string }[]).map((person) => person.id);
    expect(ids).toContain(desk.people.junior);
    expect(ids).not.toContain(idle);
    expect(ids).not.toContain(desk.people.partner_admin);
  });

  it('ends for a partner’s colleague when the customer moves to another partner', async () => {
    const organization_id = await addOrganization(kit.db, { parent_partner_id: desk.partner });
    id = await openedCase(desk, { organization_id }, 'partner_admin');
    await assign('partner_admin', 'partner_colleague');
    await kit.db.q
      .updateTable('organizations')
      .set({ parent_partner_id: desk.otherPartner })
      .where('id', '=', organization_id)
      .execute();
    expect(await row()).toMatchObject({ assignee_id: null, partner_id: desk.otherPartner });
  });

  it('is what the queues filter by', async () => {
    await assign('senior', 'junior');
    const free = await openedCase(desk);
    const listed = async (filter: string) => {
      const { body } = await kit.as(desk.people.senior, 'GET', `/cases?limit=200&${filter}`);
      return (body.items as { id: string }[]).map((item) => item.id);
    };
    const mine = await listed(`assignee_id=${desk.people.junior}`);
    expect([mine.includes(id), mine.includes(free)]).toEqual([true, false]);
    const nobody = await listed('assignee_id=nobody');
    expect([nobody.includes(id), nobody.includes(free)]).toEqual([false, true]);
    const { body } = await kit.as(desk.people.senior, 'GET', '/cases/count?assignee_id=nobody');
    expect(body.count).toBe(nobody.length);
    const waits = async () => (await listed('assignee_id=nobody&settled_at=never')).includes(free);
    expect(await waits()).toBe(true);
    await actOn(desk, 'senior', free, 'close');
    expect(await waits()).toBe(false);
    expect((await kit.as(desk.people.senior, 'GET', '/cases?assignee_id=somebody')).status).toBe(422);
  });
});
