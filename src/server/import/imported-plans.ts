import { createHash } from 'node:crypto';
import { hasGrant } from '../../access/grants.ts';
import { billingPeriods } from '../../billing/plan-version.ts';
import { audit } from '../audit/audit.ts';
import { newId } from '../db/id.ts';
import { invalid } from '../http/problem.ts';
import type { ImportRun } from './importer.ts';
import type { SubscriptionCells } from './subscription-fields.ts';

/** The plan version of a row's tier and billing period; added with the row's price where there is none. */
export type PlanFinder = (
  row: Pick<SubscriptionCells, 'plan' | 'billing_period' | 'quantity' | 'mrr'>,
  currency: string,
) => Promise<string>;

const periodWords = { month: 'monthly', quarter: 'quarterly', year: 'annual' } as const;

interface Priced {
  readonly currency: string;
  readonly values: SubscriptionCells;
}

/** Plans that imports of this source made, under one product named after it. New ones take the price of the first of these rows that has one. */
export function importedPlans(run: ImportRun, rows: readonly Priced[]): PlanFinder {
  const known = new Map<string, string>();
  const priceOf = (code: string) =>
    rows.find(({ values, currency }) => hasPrice(values) && codeOf(run.source, values, currency) === code)
      ?.values;
  return async (row, currency) => {
    const code = codeOf(run.source, row, currency);
    const found =
      known.get(code) ??
      (await newestVersion(run, code)) ??
      (await addPlan(run, priceOf(code) ?? row, currency, code));
    known.set(code, found);
    return found;
  };
}

/** Of a trial or an empty cell no price can be told. */
function hasPrice({ mrr, quantity }: Pick<SubscriptionCells, 'mrr' | 'quantity'>): boolean {
  return mrr !== null && mrr > 0 && quantity > 0;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 12);
}

/** Short enough for a code, and different for different names. */
function codeOf(
  source: string,
  { plan, billing_period }: Parameters<PlanFinder>[0],
  currency: string,
): string {
  const whole = [source, plan, billing_period, currency].join('\n');
  const mark = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  return `${slug(plan)}-${billing_period}-${currency.toLowerCase()}-${mark}`;
}

async function newestVersion({ app }: ImportRun, code: string): Promise<string | undefined> {
  const found = await app.db.q
    .selectFrom('plans as p')
    .innerJoin('plan_versions as v', 'v.plan_id', 'p.id')
    .select('v.id')
    .where('p.code', '=', code)
    .orderBy('v.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.id;
}

async function addPlan(
  run: ImportRun,
  row: Parameters<PlanFinder>[0],
  currency: string,
  code: string,
): Promise<string> {
  const { app, subject } = run;
  const name = `${row.plan}, ${periodWords[row.billing_period]}`;
  if (!hasGrant(subject.grants, 'products.edit'))
    throw invalid(
      'plan',
      `There is no plan "${name}" in ${currency}; somebody who edits products imports first`,
    );
  if (row.mrr === null || !hasPrice(row))
    throw invalid('plan', `There is no plan "${name}" in ${currency} yet, and this row has no price for it`);
  const product = await productOf(run);
  const plan_id = newId();
  const version_id = newId();
  const months = billingPeriods[row.billing_period];
  await app.db.q.insertInto('plans').values({ id: plan_id, product_id: product, name, code }).execute();
  await app.db.q
    .insertInto('plan_versions')
    .values({
      id: version_id,
      plan_id,
      version: 1,
      billing_period: row.billing_period,
      currency,
      flat_price: 0,
      unit_price: Math.round((row.mrr * months) / row.quantity),
      unit_name: 'seat',
      max_quantity: null,
      term_months: null,
      created_by: subject.userId,
    })
    .execute();
  await audit(app.db, {
    action: 'products.edit',
    itemType: 'products',
    itemId: product,
    itemLabel: run.source,
    changes: [{ field: 'plan', from: null, to: name }],
  });
  return version_id;
}

async function productOf({ app, subject, source }: ImportRun): Promise<string> {
  const code = `import-${slug(source)}-${createHash('sha256').update(source).digest('hex').slice(0, 8)}`;
  const found = await app.db.q
    .selectFrom('products')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst();
  if (found) return found.id;
  const id = newId();
  const name = `Imported from ${source}`.slice(0, 200);
  await app.db.q
    .insertInto('products')
    .values({ id, name, code, category: 'Imported', description: null, created_by: subject.userId })
    .execute();
  return id;
}
