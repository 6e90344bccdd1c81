import type { z } from 'zod';
import { articleRoutes } from './articles.ts';
import { caseRoutes } from './cases.ts';
import { contactRoutes } from './contacts.ts';
import { creditRoutes } from './credits.ts';
import { dashboardRoutes } from './dashboard/dashboard.ts';
import { emailTemplateRoutes } from './email-templates.ts';
import { exportRunRoutes } from './export-runs.ts';
import { importRunRoutes } from './import-runs.ts';
import { invoiceRoutes } from './invoices.ts';
import { jobRoutes } from './jobs.ts';
import { loginAsRoutes } from './login-as.ts';
import { notificationRoutes } from './notifications.ts';
import { orderRoutes } from './orders.ts';
import { organizationRoutes } from './organizations.ts';
import { paymentMethodRoutes } from './payment-methods.ts';
import { paymentRoutes } from './payments.ts';
import { productRoutes } from './products.ts';
import { profileRoutes } from './profiles.ts';
import type { RouteSpec } from './route.ts';
import { sessionRoutes } from './session.ts';
import { settingsRoutes } from './settings.ts';
import { subscriptionRoutes } from './subscriptions.ts';
import { userRoutes } from './users.ts';
import { viewRoutes } from './views.ts';

/** Every route of the API under `/api/v1`, with who may call it and what goes in and out. */
export const routes = {
  ...sessionRoutes,
  ...dashboardRoutes,
  ...organizationRoutes,
  ...contactRoutes,
  ...caseRoutes,
  ...productRoutes,
  ...orderRoutes,
  ...subscriptionRoutes,
  ...invoiceRoutes,
  ...paymentRoutes,
  ...paymentMethodRoutes,
  ...creditRoutes,
  ...articleRoutes,
  ...emailTemplateRoutes,
  ...userRoutes,
  ...profileRoutes,
  ...settingsRoutes,
  ...importRunRoutes,
  ...exportRunRoutes,
  ...notificationRoutes,
  ...jobRoutes,
  ...loginAsRoutes,
  ...viewRoutes,
} as const;

export type RouteTable = typeof routes;
export type RouteKey = keyof RouteTable;

type InputOf<S, K extends 'query' | 'body'> = S extends { readonly [P in K]: infer Z extends z.ZodType }
  ? z.input<Z>
  : undefined;
type ParsedOf<S, K extends 'query' | 'body'> = S extends { readonly [P in K]: infer Z extends z.ZodType }
  ? z.output<Z>
  : undefined;
type OutputOf<S> = S extends { readonly output: infer Z extends z.ZodType } ? z.output<Z> : undefined;
/** The name after the colon; no route has two. */
type ParamOf<K> = K extends `${string}/:${infer Rest}`
  ? Rest extends `${infer P}/${string}`
    ? P
    : Rest
  : never;
type ParamsOf<K> = [ParamOf<K>] extends [never] ? undefined : { [P in ParamOf<K>]: string };

/** Each route as the page's client calls it. */
export type Routes = {
  [K in RouteKey]: {
    params: ParamsOf<K>;
    query: InputOf<RouteTable[K], 'query'>;
    body: InputOf<RouteTable[K], 'body'>;
    output: OutputOf<RouteTable[K]>;
    idempotent: RouteTable[K] extends { readonly idempotent: true } ? true : false;
  };
};

/** Each route as the server handles it: after validation. */
export type Handled = {
  [K in RouteKey]: {
    access: RouteTable[K]['access'];
    params: ParamsOf<K>;
    query: ParsedOf<RouteTable[K], 'query'>;
    body: ParsedOf<RouteTable[K], 'body'>;
    output: OutputOf<RouteTable[K]>;
    file: RouteTable[K] extends { readonly file: infer F } ? F : null;
  };
};

/** The declaration of one route, without its literal types. */
export function routeSpec(key: RouteKey): RouteSpec {
  return routes[key];
}

export const routeKeys = Object.keys(routes) as readonly RouteKey[];
