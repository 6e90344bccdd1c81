import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPerson, appOver, shippedProfileId, type TestApp, testApp } from '../../../../test/kit/app.ts';

let kit: TestApp;

beforeAll(async () => {
  kit = await testApp();
});
afterAll(() => kit.close());

describe('the last Global Administrator', () => {
  let one: string;
  let other: string;
  beforeEach(async () => {
    await kit.db.q
      .updateTable('users')
      .set({ status: 'deactivated' })
      .where('role', '=', 'global_administrator')
      .execute();
    one = await addPerson(kit.db, 'global_administrator', 'global_administrator');
    other = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  });

  it('remains when two suspend each other at the same moment, also from two nodes', async () => {
    const node = await appOver(kit.db);
    const [first, second] = await Promise.all([
      kit.as(one, 'POST', `/users/${other}/suspend`, {}),
      node.as(other, 'POST', `/users/${one}/suspend`, {}),
    ]);
    const statuses = [first.status, second.status].toSorted();
    expect(statuses[0]).toBe(200);
    expect([401, 409]).toContain(statuses[1]);
    const left = await kit.db.q
      .selectFrom('users')
      .select('id')
      .where('role', '=', 'global_administrator')
      .where('status', '=', 'active')
      .execute();
    expect(left).toHaveLength(1);
    await node.server.close();
  });

  it('counts only those who can sign in', async () => {
    await kit.db.q.updateTable('users').set({ password_hash: null }).where('id', '=', one).execute();
    for (const action of ['suspend', 'deactivate']) {
      const answer = await kit.as(one, 'POST', `/users/${other}/${action}`, {});
      expect(answer.body).toMatchObject({ code: 'users/last-global-administrator', status: 409 });
    }
    const body = {
      role: 'system_administrator',
      profile_id: await shippedProfileId(kit.db, 'administrator'),
    };
    const demoted = await kit.as(one, 'POST', `/users/${other}/assign-profile`, body, { 'if-match': '"1"' });
    expect(demoted.body).toMatchObject({ code: 'users/last-global-administrator' });
    const kept = await kit.as(one, 'GET', `/users/${other}`);
    expect(kept.body).toMatchObject({ role: 'global_administrator', status: 'active', version: 1 });
  });
});
