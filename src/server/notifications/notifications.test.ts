import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addOrganization,
  addPerson,
  shippedProfileId,
  type TestApp,
  testApp,
} from '../../../test/kit/app.ts';
import { addMethod, confirmed, openShop, pay, type Shop, startSubscription } from '../../../test/kit/shop.ts';
import { runExport } from '../exports/run-export.ts';
import { purgeNotifications } from './purge-notifications.ts';

let kit: TestApp;
let shop: Shop;
beforeAll(async () => {
  kit = await testApp();
  shop = await openShop(kit);
  await kit.db.q
    .updateTable('organizations')
    .set({ account_executive_id: shop.executive })
    .where('id', '=', shop.organization)
    .execute();
}, 120_000);
afterAll(() => kit.close());
beforeEach(async () => {
  await kit.db.q.deleteFrom('notifications').execute();
  await kit.db.q.deleteFrom('notification_choices').execute();
  await kit.db.q.deleteFrom('mails').execute();
});

interface Item {
  id: string;
  kind: string;
  text: string;
  path: string | null;
  read_at: string | null;
}
const told = async (person: string, query = '') =>
  (await kit.as(person, 'GET', `/notifications${query}`)).body.items as Item[];
const kinds = async (person: string) => (await told(person)).map(({ kind }) => kind);
const unread = async (person: string) => (await kit.as(person, 'GET', '/notifications/count')).body.unread;
const mails = () => kit.db.q.selectFrom('mails').select(['to_address', 'subject', 'body_text']).execute();
const emailOf = async (id: string) =>
  (await kit.db.q.selectFrom('users').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email;
const choose = (person: string, kind: string, page: boolean, mail: boolean) =>
  kit.as(person, 'PUT', '/me/notifications', { items: [{ kind, page, mail }] });

describe('who is told', () => {
  it('of a new invoice: the people of the organization who may view it, not whoever made it', async () => {
    const place = { organization_id: shop.organization };
    const suspended = await addPerson(kit.db, 'customer', 'standard_customer', {
      ...place,
      status: 'suspended',
    });
    const elsewhere = await addPerson(kit.db, 'customer', 'standard_customer', {
      organization_id: await addOrganization(kit.db),
    });
    const { invoice } = await startSubscription(shop);
    expect(await told(shop.customer)).toMatchObject([
      { kind: 'invoice_issued', path: `/invoices/${invoice}`, read_at: null },
    ]);
    expect((await told(shop.customer))[0]?.text).toMatch(/^Invoice INV-\d+ over €59\.97 was issued, due on /);
    const rows = await kit.db.q.selectFrom('notifications').select('user_id').execute();
    const who = rows.map(({ user_id }) => user_id);
    expect(who).toContain(shop.customer);
    for (const nobody of [suspended, elsewhere, shop.executive, shop.admin])
      expect(who).not.toContain(nobody);
    await kit.db.q.deleteFrom('notifications').execute();
    await startSubscription(shop, {}, shop.customer);
    expect(await told(shop.customer)).toEqual([]);
  });

  it('of a payment: who belongs to the organization, and of a failure who looks after it as well', async () => {
    const colleague = await addPerson(kit.db, 'customer', 'standard_customer', {
      organization_id: shop.organization,
    });
    const { invoice } = await startSubscription(shop);
    const poor = await addMethod(shop, { outcome: 'insufficient_funds' });
    await kit.db.q.deleteFrom('notifications').execute();
    await pay(shop, [invoice], poor);
    expect(await kinds(colleague)).toEqual(['payment_failed']);
    expect(await kinds(shop.executive)).toEqual(['payment_failed']);
    expect((await told(colleague))[0]?.text).toMatch(/failed\. There is not enough money on the account\.$/);
    await pay(shop, [invoice], await addMethod(shop));
    expect(await kinds(colleague)).toEqual(['payment_received', 'payment_failed']);
    expect(await kinds(shop.executive)).toEqual(['payment_failed']);
  });

  it('of a change of a subscription: who looks after the account', async () => {
    const { subscription } = await startSubscription(shop);
    await kit.db.q.deleteFrom('notifications').execute();
    const path = `/subscriptions/${subscription}`;
    await confirmed(shop, shop.customer, `${path}/change`, { quantity: 5, when: 'immediately' });
    await confirmed(shop, shop.customer, `${path}/cancel`, { when: 'end_of_period', reason: 'Too dear' });
    expect(await kinds(shop.executive)).toEqual(['subscription_cancelled', 'subscription_changed']);
    expect((await told(shop.executive))[0]?.text).toMatch(
      /^Subscription S-\d+ of Organization .* was cancelled for [A-Z][a-z]+ \d+, \d{4}\.$/,
    );
    expect(await kinds(shop.customer)).not.toContain('subscription_changed');
  });

  it('of an assignment: who has the account now, and who had it without saying which it was', async () => {
    const next = await addPerson(kit.db, 'account_executive', 'csr_senior');
    const account = await addOrganization(kit.db, {
      account_executive_id: shop.executive,
      name: 'Amber Otter',
    });
    const moved = await kit.as(
      shop.admin,
      'POST',
      `/organizations/${account}/assign`,
      { account_executive_id: next },
      { 'if-match': '"1"' },
    );
    expect(moved.status).toBe(200);
    expect(await told(next)).toMatchObject([
      { text: 'You look after Amber Otter from now on.', path: `/organizations/${account}` },
    ]);
    expect(await told(shop.executive)).toMatchObject([{ kind: 'account_taken_over', path: null }]);
    const stored = await kit.db.q
      .selectFrom('notifications')
      .selectAll()
      .where('user_id', '=', shop.executive)
      .execute();
    expect(JSON.stringify(stored)).not.toMatch(new RegExp(`Otter|${account}`));
  });

  it('of an export that is over: whoever wanted it', async () => {
    const body = { resource: 'invoices', query: {} };
    const { id } = (await kit.as(shop.executive, 'POST', '/exports', body)).body as { id: string };
    await runExport(kit.app, id, new AbortController().signal);
    expect(await told(shop.executive)).toMatchObject([
      {
        kind: 'export_finished',
        path: '/exports',
        text: expect.stringMatching(/^Your export of invoices is over: \d+ rows/),
      },
    ]);
  });

  it('of many invoices in a few statements, whatever their number', async () => {
    await choose(shop.customer, 'invoice_issued', true, true);
    for (let count = 0; count < 4; count += 1) await startSubscription(shop);
    await kit.db.q.deleteFrom('mails').execute();
    kit.pass(32);
    let statements = 0;
    const { raw } = kit.db;
    const counting = {
      ...kit.app,
      db: {
        ...kit.db,
        raw: <T>(text: string, values?: readonly unknown[]) => {
          if (/notifications|notification_choices|from users/.test(text)) statements += 1;
          return raw<T>(text, values);
        },
      },
    };
    const { bookAllDue } = await import('../commerce/book-all-due.ts');
    const { today } = await import('../commerce/today.ts');
    const counts = await bookAllDue({ app: counting, today: await today(kit.app) });
    expect(counts.invoices).toBeGreaterThan(4);
    expect(statements).toBeLessThanOrEqual(4);
    expect((await told(shop.customer, '?unread=true&limit=200')).length).toBeGreaterThan(counts.invoices);
    const own = (await mails()).filter(({ subject }) => subject.startsWith('Invoice issued'));
    expect(own).toHaveLength(1);
    expect(own[0]?.subject).toBe(`Invoice issued (${counts.invoices})`);
    kit.pass(-32);
  });
});

describe('what is still told', () => {
  it('is only what its reader can open now: label and count go with it, and come back', async () => {
    await startSubscription(shop);
    expect(await unread(shop.customer)).toBe(1);
    const [one] = await told(shop.customer);
    await withProfile(shop.customer, 'billing_contact', async () => {
      expect(await unread(shop.customer)).toBe(1);
    });
    await kit.db.q
      .updateTable('users')
      .set({ organization_id: await addOrganization(kit.db) })
      .where('id', '=', shop.customer)
      .execute();
    expect([await told(shop.customer), await unread(shop.customer)]).toEqual([[], 0]);
    expect((await kit.as(shop.customer, 'POST', `/notifications/${one?.id}/read`)).status).toBe(404);
    await kit.db.q
      .updateTable('users')
      .set({ organization_id: shop.organization })
      .where('id', '=', shop.customer)
      .execute();
    expect(await unread(shop.customer)).toBe(1);
  });

  it('can be read one by one and all at once, by its reader alone', async () => {
    for (let count = 0; count < 3; count += 1) await startSubscription(shop);
    const [first] = await told(shop.customer);
    const other = await addPerson(kit.db, 'customer', 'standard_customer', {
      organization_id: shop.organization,
    });
    expect((await kit.as(other, 'POST', `/notifications/${first?.id}/read`)).status).toBe(404);
    const read = await kit.as(shop.customer, 'POST', `/notifications/${first?.id}/read`);
    expect([read.status, read.body]).toEqual([200, { unread: 2 }]);
    expect((await told(shop.customer, '?unread=true')).length).toBe(2);
    expect((await kit.as(shop.customer, 'POST', '/notifications/read', {})).body).toEqual({ unread: 0 });
    expect((await told(shop.customer)).length).toBe(3);
  });

  it('comes in pages, each once, the newest first', async () => {
    for (let count = 0; count < 5; count += 1) await startSubscription(shop);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query: string = after ? `?limit=2&after=${after}` : '?limit=2';
      const { body } = await kit.as(shop.customer, 'GET', `/notifications${query}`);
      seen.push(...(body.items as Item[]).map(({ id }) => id));
      after = body.next as string | null;
    } while (after);
    expect(seen).toEqual((await told(shop.customer)).map(({ id }) => id));
    expect(new Set(seen).size).toBe(5);
  });

  it('is forgotten after 90 days', async () => {
    await startSubscription(shop);
    const stored = async () => (await kit.db.q.selectFrom('notifications').select('id').execute()).length;
    const all = await stored();
    expect([all > 0, await purgeNotifications(kit.app)]).toEqual([true, 0]);
    kit.pass(91);
    expect([await purgeNotifications(kit.app), await stored()]).toEqual([all, 0]);
    kit.pass(-91);
  });
});

describe('choices', () => {
  it('say where each kind is told, for the kinds of the role type', async () => {
    const offered = async (person: string) =>
      ((await kit.as(person, 'GET', '/me/notifications')).body.items as { kind: string }[]).map(
        ({ kind }) => kind,
      );
    expect(await offered(shop.customer)).toEqual([
      'invoice_issued',
      'payment_received',
      'payment_failed',
      'case_replied',
      'export_finished',
    ]);
    expect(await offered(shop.executive)).toContain('account_assigned');
    await withProfile(shop.customer, 'billing_contact', async () => {
      const cannotOpen = ['payment_received', 'payment_failed', 'case_replied'];
      expect((await offered(shop.customer)).filter((kind) => cannotOpen.includes(kind))).toEqual([]);
      expect((await choose(shop.customer, 'payment_received', true, true)).status).toBe(422);
    });
    expect((await choose(shop.customer, 'account_assigned', true, true)).status).toBe(422);
    expect((await choose(shop.customer, 'invoice_issued', false, true)).status).toBe(200);
    await startSubscription(shop);
    expect(await told(shop.customer)).toEqual([]);
    const address = await emailOf(shop.customer);
    expect((await mails()).filter(({ to_address }) => to_address === address)).toMatchObject([
      { subject: 'Invoice issued', body_text: expect.stringContaining('/invoices/') },
    ]);
  });

  it('do not write to somebody twice who reads the mail of the organization', async () => {
    const address = await emailOf(shop.customer);
    await choose(shop.customer, 'payment_received', true, true);
    await kit.db.q
      .updateTable('organizations')
      .set({ email: address })
      .where('id', '=', shop.organization)
      .execute();
    const { invoice } = await startSubscription(shop);
    const payer = await addPerson(kit.db, 'customer', 'standard_customer', {
      organization_id: shop.organization,
    });
    await pay(shop, [invoice], await addMethod(shop), {}, payer);
    expect(await kinds(shop.customer)).toContain('payment_received');
    expect((await mails()).filter(({ to_address }) => to_address === address)).toHaveLength(1);
  });
});

async function withProfile(person: string, key: string, work: () => Promise<void>): Promise<void> {
  const before = await kit.db.q
    .selectFrom('users')
    .select('profile_id')
    .where('id', '=', person)
    .executeTakeFirstOrThrow();
  const set = (profile_id: string) =>
    kit.db.q.updateTable('users').set({ profile_id }).where('id', '=', person).execute();
  await set(await shippedProfileId(kit.db, key));
  await work();
  await set(before.profile_id);
}
