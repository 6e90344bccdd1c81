import type { productRoutes } from '../../../contract/products.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { historyHandler, readHandlers, showing } from '../../records/read-handlers.ts';
import { addPlan, revisePlan } from './plan-service.ts';
import { plansFor } from './plans.ts';
import { products } from './records.ts';
import { createProduct, updateProduct } from './service.ts';

export function productHandlers(app: AppContext): Handlers<typeof productRoutes> {
  const show = showing(app, products);
  return {
    ...readHandlers(app, products),
    ...historyHandler(app, products),
    'GET /products/plans': async ({ subject, query }) => ({ items: await plansFor(app.db, subject, query) }),
    'POST /products': show(({ subject, body }) => createProduct(app, subject, body)),
    'PATCH /products/:id': show(({ subject, record, body }) => updateProduct(app, subject, record, body)),
    'POST /products/:id/plans': ({ subject, record, body }) =>
      addPlan({ app, subject, product: record }, body),
    'PATCH /products/plans/:plan_id': ({ subject, params, ifMatch, body }) =>
      revisePlan({ app, subject }, { id: params.plan_id, ifMatch }, body),
  };
}
