import type { BlockKey } from '../../src/contract/dashboard/blocks.ts';
import type { Statement } from '../lists/floors.ts';
import { shapeOf } from '../lists/shapes.ts';
import type { Reader } from '../world/readers.ts';
import { lookedAtOn } from './world.ts';

export type HandKey = BlockKey | 'mrr_trend';

interface Hand {
  readonly table: string;
  readonly columns: string;
  readonly where: string;
}

const day = `date '${lookedAtOn}'`;

/** What somebody who knows the question, and no rule of the product, would read; the answers are grouped by `a`, `b` and `c`. */
const hands: Readonly<Record<HandKey, Hand>> = {
  recurring_revenue: {
    table: 'subscriptions',
    columns: 'o.currency as a, 1 as b, 1 as c, o.mrr as amount',
    where: `o.status = 'active'`,
  },
  active_subscriptions: {
    table: 'subscriptions',
    columns: '1 as a, 1 as b, 1 as c, 0 as amount',
    where: `o.status = 'active'`,
  },
  cases: { table: 'cases', columns: 'o.status as a, 1 as b, 1 as c, 0 as amount', where: 'true' },
  trials: {
    table: 'subscriptions',
    columns: '1 as a, 1 as b, 1 as c, 0 as amount',
    where: `o.status = 'trialing' and o.trial_end <= ${day} + 14`,
  },
  charges: {
    table: 'subscriptions',
    columns: '1 as a, 1 as b, 1 as c, 0 as amount',
    where: `o.charges_on <= ${day} + 30`,
  },
  receivables: {
    table: 'invoices',
    columns: `o.currency as a, width_bucket(o.due_on, array[${day} - 90, ${day} - 60, ${day} - 30, ${day}]) as b, 1 as c,
  o.balance as amount`,
    where: `o.status = 'open'`,
  },
  growth: {
    table: 'organizations',
    columns: `date_trunc('month', o.created_at at time zone 'UTC') as a, 1 as b, 1 as c, 0 as amount`,
    where: `o.created_at >= (date_trunc('month', ${day}::timestamp) - interval '11 months') at time zone 'UTC'`,
  },
  organizations: {
    table: 'organizations',
    columns: 'o.kind as a, o.status as b, 1 as c, 0 as amount',
    where: 'true',
  },
  mrr_trend: {
    table: 'mrr_movements',
    columns: 'o.month as a, o.kind as b, o.currency as c, o.amount',
    where: `o.month >= (date_trunc('month', ${day}::timestamp) - interval '11 months')::date`,
  },
};

/** The statement of a block by hand: how many rows there are, and what they add up to. */
export function handOf(reader: Reader, key: HandKey): Statement {
  const { table, columns, where } = hands[key];
  const { branches, values } =
    table === 'organizations'
      ? shapeOf(reader, { table: 'organizations', own: 'id' })
      : shapeOf(reader, { table: 'invoices', own: 'organization_id' });
  const selects = branches.map((branch) => `select ${columns} from ${table} o where ${branch} and ${where}`);
  const text = `select a::text as id, b, c, count(*) as count, sum(amount) as amount from (${selects.join(' union all ')}) read
group by a, b, c`;
  return { text, values };
}
