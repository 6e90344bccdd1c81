/**
 * A process that bills what is due and pays what is open until it is killed. It says in one line each what it was told
 * is done: `ready`, `billed 12`, `paid <payment> <status>`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { findAdministrator } from '../../src/cli/administrator.ts';
import type { AppContext } from '../../src/server/app-context.ts';
import { bookAllDue } from '../../src/server/commerce/book-all-due.ts';
import { today } from '../../src/server/commerce/today.ts';
import { readConfig } from '../../src/server/config.ts';
import { inRequest } from '../../src/server/http/request-context.ts';
import type { SessionSubject } from '../../src/server/http/session-subject.ts';
import { openApp } from '../../src/server/main.ts';
import { payInvoices } from '../../src/server/modules/payments/pay.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

interface Open {
  readonly id: string;
  readonly method: string;
}

const openText = `select i.id, m.id as method from invoices i
join payment_methods m on m.organization_id = i.organization_id and m.is_default
where i.status = 'open' and not exists (select from payment_targets t where t.invoice_id = i.id and t.pending)
order by random() limit 6`;

async function payOne(app: AppContext, subject: SessionSubject, { id, method }: Open): Promise<void> {
  const order = { invoice_ids: [id], payment_method_id: method, use_credit: true, amount: null };
  const answer = await app.db.transaction(() => payInvoices(app, subject, order)).catch(() => null);
  if (!answer?.payment) return;
  const { status } = await app.db.q
    .selectFrom('payments')
    .select('status')
    .where('id', '=', answer.payment.id)
    .executeTakeFirstOrThrow();
  say(`paid ${answer.payment.id} ${status}`);
}

const { app } = await openApp(readConfig(process.env));
const subject = await findAdministrator(app);
if (!subject) throw new Error('There is no administrator');
say('ready');
const actor = { id: subject.userId, name: subject.name };
await inRequest({ requestId: 'worker', address: null, actor, decisionId: null }, async () => {
  for (;;) {
    const { invoices } = await bookAllDue({ app, today: await today(app) });
    if (invoices > 0) say(`billed ${invoices}`);
    const open = await app.db.raw<Open>(openText);
    await Promise.all(open.map((one) => payOne(app, subject, one)));
    await sleep(1);
  }
});
