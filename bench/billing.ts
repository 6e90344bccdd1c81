import { bookAllDue } from '../src/server/commerce/book-all-due.ts';
import { migrate } from '../src/server/db/migrate.ts';
import { startPostgresCluster } from '../test/kit/postgres-cluster.ts';
import { type BillingSide, billByHand, billingApp, dueOn, invoicedByRun, plantDue } from './billing/sides.ts';
import { createDatabase, openSides } from './connections.ts';
import { describeMachine } from './machine.ts';
import { median } from './measure.ts';

export interface BillingResult {
  readonly subscriptions: number;
  readonly workers: number;
  /** Invoices per second. */
  readonly product: number;
  readonly byHand: number;
  readonly ratio: number;
}

/** One billing run over subscriptions that are all due, and how many invoices a second it made. */
async function run(url: string, name: string, count: number, side: BillingSide, workers: number) {
  const sides = await openSides(await createDatabase(url, name), 'auto', workers);
  try {
    await migrate(sides.db);
    await plantDue(sides.db, count);
    const start = performance.now();
    if (side === 'by hand') await billByHand(sides.floor);
    else {
      const app = billingApp(sides.db);
      await Promise.all(Array.from({ length: workers }, () => bookAllDue({ app, today: dueOn })));
    }
    const seconds = (performance.now() - start) / 1000;
    await requireOncePerSubscription(sides, count);
    return count / seconds;
  } finally {
    await sides.close();
  }
}

async function requireOncePerSubscription({ db }: Awaited<ReturnType<typeof openSides>>, count: number) {
  const found = await invoicedByRun(db);
  const right = found.invoices === count && found.subscriptions === count && found.owed === found.balances;
  if (!right) throw new Error(`The run made ${JSON.stringify(found)} of ${count} due subscriptions`);
}

/** The billing run against a set-based statement by hand, on databases of their own, in turn. */
export async function measureBilling(url: string, count: number, rounds: number): Promise<BillingResult[]> {
  const results: BillingResult[] = [];
  for (const workers of [1, 8]) {
    const products: number[] = [];
    const floors: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const name = `billing_${workers}_${round}`;
      floors.push(await run(url, `${name}_hand`, count, 'by hand', 1));
      products.push(await run(url, name, count, 'product', workers));
    }
    const ratio = median(products.map((product, round) => product / (floors[round] ?? Number.NaN)));
    results.push({ subscriptions: count, workers, product: median(products), byHand: median(floors), ratio });
  }
  return results;
}

if (import.meta.main) {
  const cluster = await startPostgresCluster();
  try {
    const { db, close } = await openSides(cluster.url, 'auto');
    console.log(JSON.stringify(await describeMachine(db)));
    await close();
    for (const { workers, product, byHand, ratio, subscriptions } of await measureBilling(
      cluster.url,
      10_000,
      3,
    )) {
      console.log(
        `${subscriptions} due, ${workers} ${workers === 1 ? 'worker' : 'workers'}: ${product.toFixed(0)} invoices a second, by hand ${byHand.toFixed(0)}: ${ratio.toFixed(2)}`,
      );
    }
  } finally {
    await cluster.stop();
  }
}
