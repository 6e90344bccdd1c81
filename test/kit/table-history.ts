import { expect } from 'vitest';
import { bookAllDue } from '../../src/server/commerce/book-all-due.ts';
import { today } from '../../src/server/commerce/today.ts';
import { type Random, seededRandom } from '../../src/server/demo/random.ts';
import { reconcilePayments } from '../../src/server/modules/payments/reconcile.ts';
import { addOrganization, addPerson, type TestApp, testApp } from './app.ts';
import { key, openShop, type Shop } from './shop.ts';
import { type Ask, type Life, tableActions } from './table-actions.ts';
import { booksOf, expectSound } from './table-invariants.ts';

/** How many things were asked for, by name and by how they were answered. */
export type Outcomes = Map<string, number>;

const bag = Object.entries(tableActions).flatMap(([name, { weight }]) =>
  Array.from({ length: weight }, () => name),
);
/** How far the clock moves at once: to the next day, over a month, over leap days and ends of terms. */
const jumps = [1, 3, 9, 28, 31, 47] as const;
const steps = 22;

/**
 * Lives through histories of organizations over the tables, side by side in one company: what is asked of each is asked
 * twice, the clock moves for all of them, and after everything the books of each must be sound.
 */
export async function liveInTables(seed: number, count: number): Promise<Outcomes> {
  const random = seededRandom(seed);
  const kit = await testApp();
  const outcomes: Outcomes = new Map();
  try {
    const lives = await beginLives(kit, random, count);
    kit.pass(random.below(1500));
    for (let step = 0; step < steps; step += 1) {
      for (const [index, life] of lives.entries()) {
        const where = `seed ${seed}, history ${index}, step ${step}`;
        const name = step === 0 ? 'start' : (bag[random.below(bag.length)] ?? 'pay');
        await act(life, name, where, outcomes);
      }
      if (random.chance(0.7)) await moveOn(kit, lives, random, `seed ${seed}, after step ${step}`);
    }
  } finally {
    await kit.close();
  }
  return outcomes;
}

async function beginLives(kit: TestApp, random: Random, count: number): Promise<Life[]> {
  const shop = await openShop(kit);
  const plans = [shop.basic, shop.pro, shop.yearly, await addTermPlan(shop)];
  const lives: Life[] = [];
  for (let made = 0; made < count; made += 1) {
    const organization = await addOrganization(kit.db, { currency: 'EUR' });
    const customer = await addPerson(kit.db, 'customer', 'standard_customer', {
      organization_id: organization,
    });
    lives.push({ random, plans, shop: { ...shop, organization, customer } });
  }
  return lives;
}

/** Three months at a time, a term of half a year, two weeks to try, a flat price and one for each seat. */
async function addTermPlan({ kit, admin, product }: Shop): Promise<string> {
  const prices = { currency: 'EUR', flat_price: 1001, unit_price: 333, unit_name: 'seat' };
  const terms = { billing_period: 'quarter', term_months: 6, trial_days: 14, rank: 4 };
  const body = { name: 'Quarterly', code: 'quarterly', ...prices, ...terms };
  const answer = await kit.as(admin, 'POST', `/products/${product}/plans`, body, key());
  return String(answer.body.version_id);
}

/** Asks, then asks the very same again: what was answered is answered, and the books stay as they are. */
async function act(life: Life, name: string, where: string, outcomes: Outcomes): Promise<void> {
  const { shop } = life;
  const asked = (await tableActions[name]?.action(life)) ?? null;
  if (asked === null) return count(outcomes, `${name}: nothing`);
  const answer = await send(shop, asked);
  const what = `${where}: ${name} ${JSON.stringify(asked.body)} was answered ${answer.status} ${answer.text.slice(0, 300)}`;
  expect([200, 201, 409, 422], what).toContain(answer.status);
  await expectSound(shop.kit, shop.organization, what);
  const before = await booksOf(shop.kit, shop.organization);
  const again = await send(shop, asked);
  const kept = answer.status < 300 && asked.headers['if-match'] === undefined;
  expect(again.status, `again, ${what}`).toBe(kept || answer.status >= 300 ? answer.status : 409);
  if (kept) expect(again.text, `again, ${what}`).toBe(answer.text);
  expect(await booksOf(shop.kit, shop.organization), `again, ${what}`).toBe(before);
  count(outcomes, `${name}: ${answer.status}`);
}

function send({ kit }: Shop, { who, method, path, body, headers }: Ask) {
  return kit.as(who, method, path, body, headers);
}

/** The clock moves, the jobs run, and run again at once they find nothing left to do. */
async function moveOn(kit: TestApp, lives: readonly Life[], random: Random, where: string): Promise<void> {
  kit.pass(random.pick(jumps));
  const day = await today(kit.app);
  await bookAllDue({ app: kit.app, today: day });
  await reconcilePayments(kit.app);
  const again = await bookAllDue({ app: kit.app, today: day });
  expect(again, where).toMatchObject({ subscriptions: 0, invoices: 0, credits: 0, failed: 0 });
  for (const { shop } of lives) await expectSound(kit, shop.organization, `${where}, on ${day}`);
}

function count(outcomes: Outcomes, what: string): void {
  outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
}
