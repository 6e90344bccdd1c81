import { subscriptions } from '../../subscriptions.ts';
import { defineBlock } from '../define-block.ts';

/** What a customer has, without what it brings the company. */
export const activeSubscriptions = defineBlock(subscriptions, {
  key: 'active_subscriptions',
  drawn: 'tiles',
  figures: [{ key: 'active', opens: { status: 'active' } }],
  for: ['customer'],
});
