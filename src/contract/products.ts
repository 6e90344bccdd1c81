import { z } from 'zod';
import { permit } from './access.ts';
import { defineResource, historyRoute, readRoutes } from './resource.ts';
import { defineRoutes, optionalText, requiredText, uuid } from './route.ts';
import { billingPeriods } from './timings.ts';

/** Letters, digits, dots, dashes and underscores; unique among products, and among plans. */
const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9._-]{1,40}$/, 'Must be 1 to 40 letters, digits, dots, dashes or underscores');
const currency = z.string().regex(/^[A-Z]{3}$/, 'Must be a three-letter currency code such as EUR');
/** Minor units. */
const price = z.int().min(0, 'Must not be negative').max(1_000_000_000_000);
const quantity = z.int().min(0).max(1_000_000);

const productDetails = {
  name: requiredText(200),
  code,
  category: optionalText(100),
  description: z.string().trim().max(2000).nullable(),
  active: z.boolean(),
};

export const products = defineResource('products', {
  shape: {
    name: z.string(),
    code: z.string(),
    category: z.string().nullable(),
    description: z.string().nullable(),
    active: z.boolean(),
    /** Plans that can be chosen. */
    offered_plans: z.int(),
  },
  sorts: { name: 'text', created_at: 'timestamptz' },
  filters: { active: z.stringbool() },
});
/** One product as its reader sees it. */
export type Product = z.infer<typeof products.shape>;

/** What one version of a plan costs and how it runs. Prices in minor units of `currency` per billing period. */
const terms = {
  billing_period: z.enum(billingPeriods),
  currency,
  flat_price: price,
  unit_price: price,
  unit_name: requiredText(40),
  min_quantity: quantity,
  max_quantity: quantity.min(1).nullable(),
  /** Whole billing periods; null: evergreen. */
  term_months: z.int().min(1).max(120).nullable(),
  trial_days: z.int().min(0).max(365),
};
const planDetails = {
  name: requiredText(200),
  code,
  rank: z.int().min(0).max(1_000_000),
  active: z.boolean(),
};

/** A plan in its newest version, the one that can be chosen. */
export const plan = z.object({
  id: uuid,
  product: z.object({ id: uuid, name: z.string() }),
  name: z.string(),
  code: z.string(),
  rank: z.int(),
  active: z.boolean(),
  /** Whether it can be newly chosen: plan and product are active. */
  offered: z.boolean(),
  /** Of the plan itself, whatever is edited about it. */
  version: z.int(),
  version_id: uuid,
  /** Which version of its price and terms this is. */
  price_version: z.int(),
  billing_period: z.enum(billingPeriods),
  currency: z.string(),
  flat_price: z.int(),
  unit_price: z.int(),
  unit_name: z.string(),
  min_quantity: z.int(),
  max_quantity: z.int().nullable(),
  term_months: z.int().nullable(),
  trial_days: z.int(),
});
export type Plan = z.infer<typeof plan>;

/** What a new plan takes. */
export const planCreate = z
  .strictObject({ ...planDetails, ...terms })
  .partial()
  .required({ name: true, code: true, billing_period: true, currency: true });
/** What changes about a plan; another price or term makes a new version of these. */
export const planRevision = z.strictObject({ ...planDetails, ...terms }).partial();

const plans = z.object({ items: z.array(plan) });

export const productRoutes = defineRoutes({
  ...readRoutes(products),
  ...historyRoute('products'),
  'GET /products/plans': {
    access: permit('products.view'),
    says: 'Plans in their newest version, by product and rank: what a subscription can be started with or changed to.',
    insideLoginAs: true,
    query: z.strictObject({
      currency: currency.optional(),
      product_id: uuid.optional(),
      offered: z.stringbool().optional(),
    }),
    output: plans,
  },
  'POST /products': {
    access: permit('products.edit'),
    says: 'Adds a product.',
    body: z.strictObject(productDetails).partial().required({ name: true, code: true }),
    output: products.shape,
    status: 201,
  },
  'PATCH /products/:id': {
    access: permit('products.edit'),
    says: 'Changes a product. One that is not active is no longer offered; subscriptions keep it.',
    body: z.strictObject(productDetails).partial(),
    output: products.shape,
    versioned: true,
  },
  'POST /products/:id/plans': {
    access: permit('products.edit'),
    says: 'Adds a plan to a product.',
    body: planCreate,
    output: plan,
    status: 201,
  },
  'PATCH /products/plans/:plan_id': {
    access: permit('products.edit'),
    says: 'Changes a plan. Another price, period or term makes a new version of these; subscriptions keep theirs.',
    body: planRevision,
    output: plan,
    versioned: true,
  },
});
