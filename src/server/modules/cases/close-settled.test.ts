import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/kit/app.ts';
import {
  actOn,
  openedCase,
  openSupportDesk,
  reply,
  type SupportDesk,
} from '../../../../test/kit/support-desk.ts';
import { closeSettledCases } from './close-settled.ts';

let kit: TestApp;
let desk: SupportDesk;

beforeAll(async () => {
  kit = await testApp();
  desk = await openSupportDesk(kit);
}, 120_000);
afterAll(() => kit.close());

const run = () => closeSettledCases(kit.app, new AbortController().signal);
const row = (id: string) =>
  kit.db.q.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

it('closes what was resolved more than 14 days ago, once, and leaves alone what can be reopened', async () => {
  const resolved = await openedCase(desk);
  const answered = await openedCase(desk);
  await reply(desk, 'senior', resolved, 'Fixed', { resolve: true });
  await reply(desk, 'senior', answered, 'Which file?');
  kit.pass(13);
  const later = await openedCase(desk);
  await reply(desk, 'senior', later, 'Fixed', { resolve: true });
  expect(await run()).toBe(0);
  const before = await row(resolved);
  kit.pass(2);
  expect([await run(), await run()]).toEqual([1, 0]);
  expect(await row(resolved)).toEqual({ ...before, status: 'closed', version: before.version + 1 });
  expect([(await row(answered)).status, (await row(later)).status]).toEqual([
    'waiting_on_customer',
    'resolved',
  ]);
  const { body } = await kit.as(desk.people.requester, 'GET', `/cases/${resolved}/history`);
  expect((body.items as unknown[])[0]).toMatchObject({
    action: 'cases.close',
    changes: [{ field: 'status', from: 'resolved', to: 'closed' }],
  });
  expect((await actOn(desk, 'requester', resolved, 'reopen')).status).toBe(409);
});
