import { organizations } from '../../organizations.ts';
import { monthsUntil, trendStart } from '../days.ts';
import { defineBlock } from '../define-block.ts';

/** Organizations added in each month. */
export const growth = defineBlock(organizations, {
  key: 'growth',
  drawn: 'months',
  figures: (today) =>
    monthsUntil(today).map(({ first, last }) => ({
      key: first,
      opens: { created_from: first, created_to: last },
    })),
  within: (today) => ({ created_from: trendStart(today) }),
  for: ['partner', 'csr', 'admin'],
});
