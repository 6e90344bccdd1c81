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

/** What somebody who knows the question, and no rule of the product, would read; the answers are grouped by `figure`. */
const hands: Readonly<Record<HandKey, Hand>> = {
  recurring_revenue: {
    table: 'subscriptions',
    columns: 'o.currency as figure, o.mrr as amount',
    where: `o.status = 'active'`,
  },
  trials: {
    table: 'subscriptions',
    columns: '1 as figure, 0 as amount',
    where: `o.status = 'trialing' and o.trial_end <= ${day} + 14`,
  },
  charges: {
    table: 'subscriptions',
    columns: '1 as figure, 0 as amount',
    where: `o.charges_on <= ${day} + 30`,
  },
  receivables: {
    table: 'invoices',
    columns: `row(o.currency, width_bucket(o.due_on, array[${day} - 90, ${day} - 60, ${day} - 30, ${day}])) as figure, o.balance as amount`,
    where: `o.status = 'open'`,
  },
  growth: {
    table: 'organizations',
    columns: `date_trunc('month', o.created_at at time zone 'UTC') as figure, 0 as amount`,
    where: `o.created_at >= (date_trunc('month', ${day}::timestamp) - interval '11 months') at time zone 'UTC'`,
  },
  organizations: {
    table: 'organizations',
    columns: 'row(o.kind, o.status) as figure, 0 as amount',
    where: 'true',
  },
  mrr_trend: {
    table: 'mrr_movements',
    columns: 'row(o.month, o.kind, o.currency) as figure, o.amount',
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
  const text = `select figure::text as id, count(*) as count, sum(amount) as amount from (${selects.join(' union all ')}) read
group by figure`;
  return { text, values };
}
