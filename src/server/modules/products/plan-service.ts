import type { z } from 'zod';
import type { Plan, planCreate, planRevision } from '../../../contract/products.ts';
import type { AppContext } from '../../app-context.ts';
import { audit, changesBetween } from '../../audit/audit.ts';
import type { FieldChange } from '../../db/columns.ts';
import type { Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import type { Row } from '../../db/tables.ts';
import { given } from '../../given.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { requireFreeCode } from './codes.ts';
import { newestVersion, writeVersion } from './plan-terms.ts';
import { plansOf } from './plans.ts';
import type { ProductRow } from './records.ts';

interface Use {
  readonly app: AppContext;
  readonly subject: SessionSubject;
  readonly product: ProductRow;
}

const defaults = {
  flat_price: 0,
  unit_price: 0,
  unit_name: 'unit',
  min_quantity: 1,
  max_quantity: null,
  term_months: null,
  trial_days: 0,
};

/** Adds a plan with its first version. */
export async function addPlan(use: Use, values: z.output<typeof planCreate>): Promise<Plan> {
  const { app, subject, product } = use;
  const { name, code, rank = 0, active = true, ...terms } = given(values);
  await requireFreeCode(app.db, 'plans', code, null);
  const id = newId();
  await app.db.q
    .insertInto('plans')
    .values({ id, product_id: product.id, name, code, rank, active })
    .execute();
  await writeVersion(app, { subject, product }, { plan_id: id, version: 1, ...defaults, ...terms });
  await log(use, [{ field: 'plan', from: null, to: name }]);
  return onePlan(app.db, id);
}

/** Name, code, rank and state are the plan's; everything else makes a new version, and subscriptions keep theirs. */
export async function revisePlan(use: Use, values: z.output<typeof planRevision>): Promise<Plan> {
  const { app, subject, product } = use;
  const { plan_id, plan_version, name, code, rank, active, ...terms } = values;
  const plan = await lockPlan(app.db, product, plan_id);
  const newest = await newestVersion(app.db, plan_id);
  requireNewest(newest.version, plan_version);
  await requireFreeCode(app.db, 'plans', code, plan_id);
  const own = given({ name, code, rank, active });
  const ownChanges = changesBetween(plan, own);
  if (ownChanges.length > 0) await app.db.q.updateTable('plans').set(own).where('id', '=', plan_id).execute();
  const termChanges = changesBetween(newest, given(terms));
  if (termChanges.length > 0) {
    const { id: _id, created_at: _at, created_by: _by, ...before } = newest;
    const next = { ...before, ...given(terms), version: newest.version + 1 };
    await writeVersion(app, { subject, product }, next);
  }
  await log(
    use,
    [...ownChanges, ...termChanges].map((change) => ({
      ...change,
      field: `plan ${plan.name}: ${change.field}`,
    })),
  );
  return onePlan(app.db, plan_id);
}

async function lockPlan(db: Database, product: ProductRow, id: string): Promise<Row<'plans'>> {
  const plan = await db.q
    .selectFrom('plans')
    .selectAll()
    .where('id', '=', id)
    .where('product_id', '=', product.id)
    .forUpdate()
    .executeTakeFirst();
  if (!plan) throw invalid('plan_id', 'There is no such plan');
  return plan;
}

function requireNewest(newest: number, read: number): void {
  if (newest === read) return;
  throw new Problem('request/version-moved', {
    detail: `The plan has a newer version by now, number ${newest}.`,
    fields: [{ field: 'plan_version', code: 'changed', message: 'Changed in the meantime' }],
    extra: { current_version: newest },
  });
}

async function log({ app, product }: Use, changes: readonly FieldChange[]): Promise<void> {
  if (changes.length === 0) return;
  await audit(app.db, {
    action: 'products.edit',
    itemType: 'products',
    itemId: product.id,
    itemLabel: product.name,
    changes,
  });
}

async function onePlan(db: Database, plan_id: string): Promise<Plan> {
  const [plan] = await plansOf(db, { plan_id });
  if (!plan) throw new Error('A plan has no version');
  return plan;
}
