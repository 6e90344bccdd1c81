import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookAllDue } from '../../src/server/commerce/book-all-due.ts';
import { today } from '../../src/server/commerce/today.ts';
import { fillMrrMovements } from '../../src/server/db/migrations/0031-mrr-movements.ts';
import { loadSubject } from '../../src/server/http/session-subject.ts';
import { subscriptionImporter } from '../../src/server/import/import-subscriptions.ts';
import { importOrganizations, importText, type TestPerson } from '../../src/server/import/test-import.ts';
import { openSession } from '../../src/server/modules/session/sessions.ts';
import { addPerson, testApp } from '../kit/app.ts';
import { type Random, randomFrom } from '../kit/random-world.ts';
import { confirmed, openShop, type Shop, startSubscription } from '../kit/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(await testApp());
});
afterAll(() => shop.kit.close());

interface Sums {
  readonly wrong: number;
  readonly subscriptions: number;
  readonly mrr: number;
}

/** Subscriptions whose movements are not their MRR, or stand elsewhere than they do. */
async function sums(): Promise<Sums> {
  const [row] = await shop.kit.db.raw<Sums>(`select count(*)::int as subscriptions, sum(s.mrr)::bigint as mrr,
  count(*) filter (where s.mrr <> coalesce(m.amount, 0) or m.elsewhere)::int as wrong
from subscriptions s left join (
  select m.subscription_id, sum(m.amount) as amount, bool_or((m.organization_id, m.partner_id, m.account_executive_id,
    m.partner_account_executive_id, m.created_by, m.currency) is distinct from (t.organization_id, t.partner_id,
    t.account_executive_id, t.partner_account_executive_id, t.created_by, t.currency)) as elsewhere
  from mrr_movements m join subscriptions t on t.id = m.subscription_id group by 1) m on m.subscription_id = s.id`);
  if (!row) throw new Error('No sums');
  return row;
}

const movements = () =>
  shop.kit.db.raw<{ kind: string; amount: number; moved_on: string }>(
    'select kind, amount, moved_on from mrr_movements order by id',
  );

async function billed(): Promise<void> {
  const { app } = shop.kit;
  await bookAllDue({ app, today: await today(app) });
}

/** One thing that somebody, or the billing run, does to a subscription; what the rules refuse does not happen. */
async function something(random: Random, ids: readonly string[]): Promise<void> {
  const path = `/subscriptions/${random.pick(ids)}`;
  const { executive, basic, pro, yearly } = shop;
  const changes = () => ({
    plan_version_id: random.pick([basic, pro, yearly]),
    quantity: 1 + random.below(9),
    when: random.pick(['immediately', 'next_period', 'end_of_term']),
  });
  const steps = [
    () => confirmed(shop, executive, `${path}/change`, changes()),
    () => confirmed(shop, executive, `${path}/change`, changes()),
    () => confirmed(shop, executive, `${path}/pause`, {}),
    () => confirmed(shop, executive, `${path}/resume`, {}),
    () => confirmed(shop, executive, `${path}/cancel`, { when: 'end_of_period', reason: 'Over' }),
    () => confirmed(shop, executive, `${path}/undo-cancellation`, {}),
    () => confirmed(shop, executive, `${path}/undo-change`, {}),
  ];
  await random.pick(steps)();
}

describe('MRR moves', () => {
  it('on the company’s day of the change, by what it is', async () => {
    const { subscription } = await startSubscription(shop);
    const path = `/subscriptions/${subscription}`;
    const first = await today(shop.kit.app);
    await confirmed(shop, shop.executive, `${path}/change`, { quantity: 5, when: 'immediately' });
    shop.kit.pass(3);
    const later = await today(shop.kit.app);
    await confirmed(shop, shop.executive, `${path}/change`, { quantity: 2, when: 'immediately' });
    await confirmed(shop, shop.executive, `${path}/pause`, {});
    shop.kit.pass(1);
    await confirmed(shop, shop.executive, `${path}/resume`, {});
    expect(await movements()).toEqual([
      { kind: 'new', amount: 5997, moved_on: first },
      { kind: 'expansion', amount: 3998, moved_on: first },
      { kind: 'contraction', amount: -5997, moved_on: later },
      { kind: 'churn', amount: -3998, moved_on: later },
      { kind: 'reactivation', amount: 3998, moved_on: await today(shop.kit.app) },
    ]);
  });

  it('adds up to the MRR after any history', async () => {
    const random = randomFrom(31);
    const ids: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      if (step % 7 === 0) {
        const { subscription } = await startSubscription(shop, { quantity: 1 + random.below(5) });
        ids.push(subscription);
      }
      await something(random, ids);
      if (random.chance(0.3)) {
        shop.kit.pass(random.below(45));
        await billed();
      }
      expect(await sums(), `after step ${step}`).toMatchObject({ wrong: 0 });
    }
    expect((await sums()).mrr).toBeGreaterThan(0);
    const kinds = new Set((await movements()).map(({ kind }) => kind));
    expect(kinds.size).toBe(5);
  }, 120_000);

  it('tells an imported subscription’s past by its own dates', async () => {
    const { app, db } = shop.kit;
    const { token } = await openSession(app, shop.admin, { address: '10.0.0.1', userAgent: null });
    const admin: TestPerson = { id: shop.admin, again: () => loadSubject(db, token, app.clock()) };
    await importOrganizations(app, admin, 'external_id,name,currency\nA-1,Amber Otter,EUR\n', {
      source: 'old',
    });
    const before = (await movements()).length;
    const file = `external_id,organization,plan,billing_period,quantity,started_on,ends_on,mrr
S-1,A-1,Pro,monthly,17,2024-06-11,,833
S-2,A-1,Pro,monthly,2,2024-01-01,2024-05-01,98
`;
    expect(await importText(app, admin, subscriptionImporter, file, { source: 'old' })).toMatchObject({
      create: 2,
    });
    expect((await movements()).slice(before)).toEqual([
      { kind: 'new', amount: 83_300, moved_on: '2024-06-11' },
      { kind: 'new', amount: 9800, moved_on: '2024-01-01' },
      { kind: 'churn', amount: -9800, moved_on: '2024-05-01' },
    ]);
    expect(await sums()).toMatchObject({ wrong: 0 });
  });

  it('goes with the organization', async () => {
    const { db } = shop.kit;
    const other = await addPerson(db, 'account_executive', 'csr_senior');
    await db.q
      .updateTable('organizations')
      .set({ account_executive_id: other })
      .where('id', '=', shop.organization)
      .execute();
    expect(await sums()).toMatchObject({ wrong: 0 });
    const moved = await db.q
      .selectFrom('mrr_movements')
      .select('id')
      .where('account_executive_id', '=', other)
      .execute();
    expect(moved.length).toBeGreaterThan(5);
  });

  it('is not rewritten', async () => {
    await expect(shop.kit.db.raw('update mrr_movements set amount = amount + 1')).rejects.toThrow(
      'only added to',
    );
  });

  it('is told of what was there before, as its orders have it, with the sum that stands', async () => {
    const { db } = shop.kit;
    const lived = await movements();
    await db.transaction(async () => {
      await db.raw('truncate mrr_movements');
      await db.script(fillMrrMovements.replaceAll('current_date', "date '2999-01-01'"));
    });
    expect(await sums()).toMatchObject({ wrong: 0 });
    const filled = await movements();
    const of = (list: typeof lived, kind: string) => list.filter((one) => one.kind === kind).length;
    expect(filled.length).toBeGreaterThan(lived.length * 0.7);
    for (const kind of ['new', 'expansion', 'contraction', 'churn', 'reactivation']) {
      expect(of(filled, kind), kind).toBeGreaterThan(0);
    }
  });
});
