import type { z } from 'zod';
import type { Plan, planCreate, planRevision } from '../../../contract/products.ts';
import type { AppContext } from '../../app-context.ts';
import { audit, changesBetween } from '../../audit/audit.ts';
import type { FieldChange } from '../../db/columns.ts';
import type { Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import type { Row } from '../../db/tables.ts';
import { given } from '../../given.ts';
import { missing } from '../../http/problem.ts';
import { requireVersion } from '../../http/require-version.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { isId } from '../../http/validate.ts';
import { requireFreeCode } from './codes.ts';
import { newestVersion, type Terms, writeVersion } from './plan-terms.ts';
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

interface Asked {
  readonly id: string;
  readonly ifMatch: number | null;
}

/** Name, code, rank and state are the plan's; everything else makes a new version of its terms, and subscriptions keep theirs. */
export async function revisePlan(
  { app, subject }: Pick<Use, 'app' | 'subject'>,
  { id, ifMatch }: Asked,
  values: z.output<typeof planRevision>,
): Promise<Plan> {
  const { name, code, rank, active, ...terms } = values;
  const plan = await lockPlan(app.db, id);
  await requireVersion(app.db, plan, ifMatch);
  await requireFreeCode(app.db, 'plans', code, id);
  const product = await productOf(app.db, plan);
  const own = given({ name, code, rank, active });
  const changes = [
    ...changesBetween(plan, own),
    ...(await reviseTerms({ app, subject, product }, id, given(terms))),
  ];
  if (changes.length === 0) return onePlan(app.db, id);
  await app.db.q
    .updateTable('plans')
    .set({ ...own, version: plan.version + 1 })
    .where('id', '=', id)
    .execute();
  const named = changes.map((change) => ({ ...change, field: `plan ${plan.name}: ${change.field}` }));
  await log({ app, subject, product }, named);
  return onePlan(app.db, id);
}

/** What differs from the newest terms, written as the next version of them. */
async function reviseTerms(use: Use, plan_id: string, terms: Partial<Terms>): Promise<FieldChange[]> {
  const newest = await newestVersion(use.app.db, plan_id);
  const changes = changesBetween(newest, terms);
  if (changes.length === 0) return [];
  const { id: _id, created_at: _at, created_by: _by, ...before } = newest;
  const next = { ...before, ...terms, version: newest.version + 1 };
  await writeVersion(use.app, use, next);
  return changes.map((change) => asMoney(change, newest.currency, next.currency));
}

/** Prices with their currency. */
function asMoney(change: FieldChange, before: string, after: string): FieldChange {
  if (change.field !== 'flat_price' && change.field !== 'unit_price') return change;
  const { field, from, to } = change;
  return {
    field,
    from: { amount: Number(from), currency: before },
    to: { amount: Number(to), currency: after },
  };
}

async function lockPlan(db: Database, id: string): Promise<Row<'plans'>> {
  if (!isId(id)) missing();
  const plan = await db.q.selectFrom('plans').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return plan ?? missing();
}

function productOf(db: Database, { product_id }: Row<'plans'>): Promise<ProductRow> {
  return db.q.selectFrom('products').selectAll().where('id', '=', product_id).executeTakeFirstOrThrow();
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
