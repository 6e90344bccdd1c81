import type { PlanVersion } from '../../../billing/plan-version.ts';
import type { Database } from '../../db/database.ts';
import type { Row } from '../../db/tables.ts';

/** A plan version as billing knows it, and what lists and pages say of it. */
export interface LoadedVersion {
  readonly version: PlanVersion;
  readonly versionNumber: number;
  readonly unitName: string;
  readonly product: { readonly id: string; readonly name: string };
}

type VersionRow = Row<'plan_versions'> & {
  plan_name: string;
  rank: number;
  product_id: string;
  product_name: string;
  offered: boolean;
};

/** Only the newest version of an active plan of an active product can be newly chosen. */
const versionsText = `select v.*, p.name as plan_name, p.rank, p.product_id, d.name as product_name,
  p.active and d.active and v.version = (select max(n.version) from plan_versions n where n.plan_id = v.plan_id) as offered
from plan_versions v join plans p on p.id = v.plan_id join products d on d.id = p.product_id
where v.id = any($1::uuid[])`;

/** Plan versions by id; ids that do not exist are left out. */
export async function loadVersions(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, LoadedVersion>> {
  if (ids.length === 0) return new Map();
  const rows = await db.raw<VersionRow>(versionsText, [ids]);
  return new Map(rows.map((row) => [row.id, loaded(row)]));
}

function loaded(row: VersionRow): LoadedVersion {
  const { plan_name: name, rank, product_id: productId, offered } = row;
  return {
    version: billingVersion(row, { name, rank, productId, offered }),
    versionNumber: row.version,
    unitName: row.unit_name,
    product: { id: productId, name: row.product_name },
  };
}

/** What billing works with: a stored version, and what its plan says. */
export function billingVersion(
  row: Omit<Row<'plan_versions'>, 'version' | 'unit_name' | 'created_at' | 'created_by'>,
  plan: Pick<PlanVersion, 'name' | 'rank' | 'productId' | 'offered'>,
): PlanVersion {
  return {
    ...plan,
    id: row.id,
    planId: row.plan_id,
    billingPeriod: row.billing_period,
    currency: row.currency,
    flatPrice: row.flat_price,
    unitPrice: row.unit_price,
    minQuantity: row.min_quantity,
    maxQuantity: row.max_quantity,
    termMonths: row.term_months,
    trialDays: row.trial_days,
  };
}
