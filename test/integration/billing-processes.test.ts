import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bookAllDue } from '../../src/server/commerce/book-all-due.ts';
import { today } from '../../src/server/commerce/today.ts';
import { readConfig } from '../../src/server/config.ts';
import { openApp } from '../../src/server/main.ts';
import { reconcilePayments } from '../../src/server/modules/payments/reconcile.ts';
import { end, freshInstallation, startProcess } from '../kit/process.ts';

const embedded = process.env.AMBIT_TEST_ENGINE !== 'postgres';
const rounds = 50;
const worker = join(import.meta.dirname, '..', 'kit', 'billing-worker.ts');

/** Lets a worker bill and pay, kills it at some moment, and answers what it said. */
async function killedWorker(env: Record<string, string>, round: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', worker], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const exited = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      if (line === 'ready') resolve();
      else said.push(line);
    });
  });
  await Promise.race([ready, exited]);
  // The moment is chosen by what was said, so that a slow machine kills in the middle of the work too.
  const enough = round % 4;
  const deadline = Date.now() + 2_000;
  while (said.length < enough && Date.now() < deadline) await sleep(1);
  await sleep((round * 37) % 101);
  child.kill('SIGKILL');
  await exited;
  return said;
}

const checks = {
  due: `select count(*)::int as n from subscriptions where next_due_on <= $1`,
  pending: `select count(*)::int as n from payments where status = 'pending'`,
  twice: `select count(*)::int as n from (select subscription_id, period_number from invoice_lines where kind = 'period'
  group by 1, 2 having count(*) > 1) twice`,
  gaps: `select count(*)::int as n from (select subscription_id, max(period_number) - count(*) as missing
  from invoice_lines where kind = 'period' group by 1) counted where missing > 0`,
  invoices: `select count(*)::int as n from invoices i where voided_at is null and balance <> amount
  - (select coalesce(sum(amount), 0) from payment_applications where invoice_id = i.id)
  - (select coalesce(sum(amount), 0) from credit_applications where invoice_id = i.id)`,
  accounts: `select count(*)::int as n from organizations o
  where account_balance <> (select coalesce(sum(balance), 0) from invoices where organization_id = o.id)
  or credit_balance <> (select coalesce(sum(remaining), 0) from credits where organization_id = o.id)`,
  // An attempt that the gateway never heard of is given up after a day; every other ends as it did there.
  charged: `select count(*)::int as n from simulated_gateway_charges g full join payments p on p.id::text = g.reference
  where (g.reference is null) <> (p.failure_code is not distinct from 'gateway_unavailable')
  or g.reference is not null and (g.failure_code is distinct from p.failure_code or g.amount is distinct from p.amount)`,
  spent: `select count(*)::int as n from payments p where status = 'succeeded' and amount <>
  (select coalesce(sum(amount), 0) from payment_applications where payment_id = p.id)
  + (select coalesce(sum(amount), 0) from credits where payment_id = p.id)`,
} as const;

describe.runIf(!embedded)('a process killed while it bills and takes payments', () => {
  it(`loses and doubles nothing, in ${rounds} rounds; after a restart all due work is done`, async () => {
    const { env, remove } = await freshInstallation();
    try {
      await end(await startProcess(env));
      const said: string[] = [];
      for (let round = 1; round <= rounds; round += 1)
        said.push(...(await killedWorker({ ...env, AMBIT_CLOCK_DAYS: String(round * 3) }, round)));
      const last = { ...env, AMBIT_CLOCK_DAYS: String(rounds * 3 + 2), LOG_LEVEL: 'silent' };
      const { app, close } = await openApp(readConfig(last));
      try {
        const day = await today(app);
        await bookAllDue({ app, today: day });
        await reconcilePayments(app);
        for (const [what, text] of Object.entries(checks)) {
          const [found] = await app.db.raw<{ n: number }>(text, what === 'due' ? [day] : []);
          expect(found?.n, what).toBe(0);
        }
        const paid = said.filter((line) => line.startsWith('paid ')).map((line) => line.split(' '));
        expect(paid.length).toBeGreaterThan(rounds / 2);
        const kept = await app.db.q.selectFrom('payments').select(['id', 'status']).execute();
        const statuses = new Map(kept.map(({ id, status }) => [id, status as string]));
        const lost = paid.filter(
          ([, id = '', status]) => status !== 'pending' && statuses.get(id) !== status,
        );
        expect(lost).toEqual([]);
        expect(said.some((line) => line.startsWith('billed '))).toBe(true);
      } finally {
        await close();
      }
    } finally {
      await remove();
    }
  }, 900_000);
});
