import { organizations } from '../../organizations.ts';
import { defineBlock } from '../define-block.ts';

/** Organizations by kind and state. */
export const organizationStates = defineBlock(organizations, {
  key: 'organizations',
  drawn: 'bars',
  figures: [
    { key: 'active_customers', opens: { kind: 'customer', status: 'active' } },
    { key: 'active_partners', opens: { kind: 'partner', status: 'active' } },
    { key: 'closed_customers', opens: { kind: 'customer', status: 'closed' } },
    { key: 'closed_partners', opens: { kind: 'partner', status: 'closed' } },
  ],
  totals: [{ key: 'all', opens: {}, of: null }],
  within: {},
  for: ['partner', 'csr', 'admin'],
});
