import { subscriptions } from '../../subscriptions.ts';
import { daysAfter } from '../days.ts';
import { defineBlock } from '../define-block.ts';

/** Subscriptions that will be charged before long. */
export const charges = defineBlock(subscriptions, {
  key: 'charges',
  drawn: 'tiles',
  figures: (today) => [{ key: 'coming', opens: { charged_by: daysAfter(today, 30) } }],
});
