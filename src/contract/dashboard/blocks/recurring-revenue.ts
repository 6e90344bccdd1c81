import { subscriptions } from '../../subscriptions.ts';
import { defineBlock } from '../define-block.ts';

/** Active subscriptions and what they bring a month: a seller's figures, see `seesSellerFigures`. */
export const recurringRevenue = defineBlock(subscriptions, {
  key: 'recurring_revenue',
  drawn: 'tiles',
  figures: [{ key: 'active', opens: { status: 'active' } }],
  sum: 'mrr',
  for: ['partner', 'csr', 'admin'],
});
