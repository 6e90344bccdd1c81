import { periodMonths, requirePlanVersion } from '../../../billing/plan-version.ts';
import type { AppContext } from '../../app-context.ts';
import { byTheRules } from '../../commerce/refusals.ts';
import type { Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import type { Row } from '../../db/tables.ts';
import { invalid } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { billingVersion } from './plan-versions.ts';
import type { ProductRow } from './records.ts';

type Version = Row<'plan_versions'>;
/** What a version says, besides who made it. */
export type Terms = Omit<Version, 'id' | 'created_at' | 'created_by'>;

/** The version of a plan that can be chosen. */
export function newestVersion(db: Database, planId: string): Promise<Version> {
  return db.q
    .selectFrom('plan_versions')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** Writes what a plan costs and how it runs from now on, provided billing can work with it. */
export async function writeVersion(
  { db }: AppContext,
  { subject, product }: { subject: SessionSubject; product: ProductRow },
  terms: Terms,
): Promise<void> {
  const id = newId();
  requireSound(product, { ...terms, id });
  await db.q
    .insertInto('plan_versions')
    .values({ ...terms, id, created_by: subject.userId })
    .execute();
}

function requireSound(product: ProductRow, row: Terms & { readonly id: string }): void {
  const version = billingVersion(row, { name: product.name, rank: 0, productId: product.id, offered: true });
  const { minQuantity, maxQuantity, termMonths } = version;
  if (maxQuantity !== null && maxQuantity < minQuantity)
    throw invalid('max_quantity', 'Must not be below the minimum');
  if (termMonths !== null && termMonths % periodMonths(version) !== 0)
    throw invalid('term_months', `Must be a multiple of the billing period, ${periodMonths(version)} months`);
  byTheRules('products.edit', product, () => requirePlanVersion(version));
}
