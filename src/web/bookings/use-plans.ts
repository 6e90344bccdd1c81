import { useQuery } from '@tanstack/react-query';
import { planPrice } from '../commerce/plan-price.ts';
import type { Output } from '../lib/api.ts';
import { apiQuery } from '../lib/queries.ts';
import type { SelectOption } from '../ui/select-field.tsx';

export type OfferedPlan = Output<'GET /products/plans'>['items'][number];

type Narrowed = {
  /** Null: not known, so plans in every currency. */
  currency: string | null;
  product_id?: string;
  /** Off while it is not known yet what to ask for. */
  enabled?: boolean;
};

/** The plans that can be chosen, by product and rank. */
export function usePlans({ currency, product_id, enabled = true }: Narrowed) {
  const query = {
    offered: 'true',
    ...(currency === null ? {} : { currency }),
    ...(product_id === undefined ? {} : { product_id }),
  };
  return useQuery({ ...apiQuery('GET /products/plans', { query }), enabled });
}

/** "Product – Plan, €49.00 per seat a month" */
export function planOption(plan: OfferedPlan): SelectOption {
  return { value: plan.version_id, label: `${plan.product.name} – ${plan.name}, ${planPrice(plan)}` };
}
