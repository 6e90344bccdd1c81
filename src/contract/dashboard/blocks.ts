import { activeSubscriptions } from './blocks/active-subscriptions.ts';
import { caseStates } from './blocks/case-states.ts';
import { charges } from './blocks/charges.ts';
import { growth } from './blocks/growth.ts';
import { organizationStates } from './blocks/organization-states.ts';
import { receivables } from './blocks/receivables.ts';
import { recurringRevenue } from './blocks/recurring-revenue.ts';
import { trials } from './blocks/trials.ts';
import type { Block } from './define-block.ts';

/** Every block of the dashboard, in the order in which a reader finds those that they may see. */
export const blocks = [
  recurringRevenue,
  activeSubscriptions,
  trials,
  charges,
  receivables,
  caseStates,
  growth,
  organizationStates,
] as const satisfies readonly Block[];
/** The key of a block. */
export type BlockKey = (typeof blocks)[number]['key'];

/** The keys of all blocks, in their order. */
export const blockKeys = blocks.map(({ key }) => key);
