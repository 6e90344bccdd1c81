import { roles } from '../../../catalog/roles.ts';
import type { Plan } from '../../../contract/products.ts';
import type { Database } from '../../db/database.ts';
import type { Row } from '../../db/tables.ts';
import type { SessionSubject } from '../../http/session-subject.ts';

interface Wanted {
  readonly product_id?: string | undefined;
  readonly plan_id?: string | undefined;
  readonly currency?: string | undefined;
  readonly offered?: boolean | undefined;
}

type PlanRow = Row<'plan_versions'> & {
  edit: number;
  plan_name: string;
  code: string;
  rank: number;
  active: boolean;
  product_id: string;
  product_name: string;
  offered: boolean;
};

/** Each plan in its newest version. */
const plansText = `select v.*, p.name as plan_name, p.code, p.rank, p.active, p.version as edit, d.id as product_id, d.name as product_name,
  p.active and d.active as offered
from plans p join products d on d.id = p.product_id
cross join lateral (select * from plan_versions n where n.plan_id = p.id order by n.version desc limit 1) v
where ($1::uuid is null or d.id = $1) and ($2::uuid is null or p.id = $2)
  and ($3::text is null or v.currency = $3) and ($4::boolean is null or (p.active and d.active) = $4)
order by d.name, d.id, p.rank, p.name, p.id limit 1000`;

/** Plans in their newest version, by product and rank. */
export async function plansOf(db: Database, wanted: Wanted): Promise<Plan[]> {
  const { product_id = null, plan_id = null, currency = null, offered = null } = wanted;
  const rows = await db.raw<PlanRow>(plansText, [product_id, plan_id, currency, offered]);
  return rows.map(shown);
}

/** A customer can have plans in the currency of their organization only, so they are offered no others. */
export async function plansFor(db: Database, subject: SessionSubject, wanted: Wanted): Promise<Plan[]> {
  if (roles[subject.grants.role].type !== 'customer') return plansOf(db, wanted);
  const own = await db.q
    .selectFrom('organizations')
    .select('currency')
    .where('id', '=', subject.organizationId)
    .executeTakeFirst();
  const plans = own ? await plansOf(db, { ...wanted, currency: own.currency }) : [];
  return plans.filter(({ currency }) => currency === (wanted.currency ?? currency));
}

function shown(row: PlanRow): Plan {
  return {
    id: row.plan_id,
    product: { id: row.product_id, name: row.product_name },
    name: row.plan_name,
    code: row.code,
    rank: row.rank,
    active: row.active,
    offered: row.offered,
    version: row.edit,
    version_id: row.id,
    price_version: row.version,
    billing_period: row.billing_period,
    currency: row.currency,
    flat_price: row.flat_price,
    unit_price: row.unit_price,
    unit_name: row.unit_name,
    min_quantity: row.min_quantity,
    max_quantity: row.max_quantity,
    term_months: row.term_months,
    trial_days: row.trial_days,
  };
}
