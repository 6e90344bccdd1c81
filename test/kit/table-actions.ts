import type { Random } from '../../src/server/demo/random.ts';
import { addMethod, key, type Shop } from './shop.ts';

/** Something to ask of the API, as one request that can be sent again. */
export interface Ask {
  readonly who: string;
  readonly method: 'POST';
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, string>;
}

/** One organization of a history, with what it can be asked with. */
export interface Life {
  readonly shop: Shop;
  readonly random: Random;
  /** Of every price and term: their ids. */
  readonly plans: readonly string[];
}

type Row = { id: string; version: number; amount: number; status: string };
type Action = (life: Life) => Promise<Ask | null>;

const outcomes = [
  'approve',
  'approve',
  'approve',
  'decline',
  'slow_success',
  'slow_decline',
  'gateway_down',
] as const;

function anyOf<T>(random: Random, from: readonly T[]): T | undefined {
  return from[random.below(from.length)];
}

/** One row of the organization, whatever its state: what its state refuses is asked for too. */
async function one({ shop, random }: Life, table: string, where = 'true'): Promise<Row | undefined> {
  const rows = await shop.kit.db.raw<Row>(
    `select * from ${table} where organization_id = $1 and ${where} order by id`,
    [shop.organization],
  );
  return anyOf(random, rows);
}

const ask = (who: string, path: string, body: Record<string, unknown>, version?: number): Ask => ({
  who,
  method: 'POST',
  path,
  body,
  headers: { ...key(), ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
});

/** A booking, by the preview's token; null where the preview refuses. */
async function booking({ shop }: Life, path: string, body: Record<string, unknown>): Promise<Ask | null> {
  const preview = await shop.kit.as(shop.executive, 'POST', `${path}/preview`, body);
  if (preview.status >= 500) throw new Error(`${path} previewed ${preview.status}: ${preview.text}`);
  return preview.status === 200 ? ask(shop.executive, path, { ...body, token: preview.body.token }) : null;
}

/** A booking about one of the subscriptions. */
function about(verb: string, bodyFor: (life: Life) => Record<string, unknown> = () => ({})): Action {
  return async (life) => {
    const row = await one(life, 'subscriptions');
    return row ? booking(life, `/subscriptions/${row.id}/${verb}`, bodyFor(life)) : null;
  };
}

const change = ({ random, plans }: Life) => ({
  ...(random.chance(0.5) ? { plan_version_id: anyOf(random, plans) } : {}),
  quantity: 1 + random.below(9),
  when: random.pick(['immediately', 'next_period', 'end_of_term']),
});

const start: Action = (life) => {
  const { random, plans, shop } = life;
  return booking(life, '/subscriptions', {
    organization_id: shop.organization,
    plan_version_id: anyOf(random, plans),
    quantity: 1 + random.below(9),
    auto_renew: random.chance(0.6),
    with_trial: random.chance(0.5),
  });
};

const payment: Action = async (life) => {
  const { shop, random } = life;
  const open = await shop.kit.db.raw<Row>(
    `select * from invoices where organization_id = $1 and status = 'open' order by id`,
    [shop.organization],
  );
  const chosen = open.filter(() => random.chance(0.5)).slice(0, 5);
  if (chosen.length === 0) return null;
  const method = await addMethod(shop, { outcome: random.pick(outcomes), expiry: '2999-12' });
  return ask(shop.customer, '/invoices/pay', {
    invoice_ids: chosen.map(({ id }) => id),
    payment_method_id: random.chance(0.1) ? null : method,
    use_credit: random.chance(0.7),
    amount: random.chance(0.5) ? 1 + random.below(20_000) : null,
  });
};

const refund: Action = async (life) => {
  const row = await one(life, 'payments', `status in ('succeeded', 'partially_refunded')`);
  if (!row) return null;
  const amount = life.random.chance(0.5) ? 1 + life.random.below(row.amount) : row.amount;
  return ask(life.shop.admin, `/payments/${row.id}/refund`, { amount, reason: 'History' });
};

const issue: Action = async ({ shop, random }) =>
  ask(shop.admin, '/credits', {
    organization_id: shop.organization,
    amount: 1 + random.below(9000),
    reason: 'History',
  });

const applied: Action = async (life) => {
  const credit = await one(life, 'credits', `status = 'open'`);
  const invoice = await one(life, 'invoices', `status = 'open'`);
  if (!credit || !invoice) return null;
  const amount = life.random.chance(0.5) ? null : 1 + life.random.below(3000);
  return ask(life.shop.customer, `/credits/${credit.id}/apply`, { invoice_id: invoice.id, amount });
};

function voided(table: 'credits' | 'invoices'): Action {
  return async (life) => {
    const row = await one(life, table, `status = 'open'`);
    return row ? ask(life.shop.admin, `/${table}/${row.id}/void`, { reason: 'History' }, row.version) : null;
  };
}

/** What can be asked of an organization, each as often as it stands here. */
export const tableActions: Readonly<Record<string, { readonly weight: number; readonly action: Action }>> = {
  start: { weight: 3, action: start },
  change: { weight: 5, action: about('change', change) },
  'undo-change': { weight: 1, action: about('undo-change') },
  pause: { weight: 1, action: about('pause') },
  resume: { weight: 2, action: about('resume') },
  renew: { weight: 1, action: about('renew') },
  'undo-renewal': { weight: 1, action: about('undo-renewal') },
  'auto-renew': {
    weight: 1,
    action: about('auto-renew', ({ random }) => ({ auto_renew: random.chance(0.5) })),
  },
  cancel: {
    weight: 1,
    action: about('cancel', ({ random }) => ({
      when: random.pick(['end_of_period', 'end_of_term']),
      reason: 'History',
    })),
  },
  'undo-cancellation': { weight: 1, action: about('undo-cancellation') },
  pay: { weight: 9, action: payment },
  refund: { weight: 3, action: refund },
  credit: { weight: 2, action: issue },
  'apply-credit': { weight: 2, action: applied },
  'void-credit': { weight: 1, action: voided('credits') },
  'void-invoice': { weight: 1, action: voided('invoices') },
};
