import { subscriptions } from '../../subscriptions.ts';
import { daysAfter } from '../days.ts';
import { defineBlock } from '../define-block.ts';

/** Trials that are about to end. */
export const trials = defineBlock(subscriptions, {
  key: 'trials',
  drawn: 'tiles',
  figures: (today) => [{ key: 'ending', opens: { trial_ends_by: daysAfter(today, 14) } }],
});
