import { caseStatuses, cases } from '../../cases.ts';
import { defineBlock } from '../define-block.ts';

/** Cases by state. */
export const caseStates = defineBlock(cases, {
  key: 'cases',
  drawn: 'bars',
  figures: caseStatuses.map((status) => ({ key: status, opens: { status } })),
  totals: [{ key: 'all', opens: {}, of: null }],
  within: {},
});
