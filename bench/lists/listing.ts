import type { ListSpec } from '../../src/server/db/visible-list.ts';
import { invoices } from '../../src/server/modules/invoices/records.ts';
import { organizations } from '../../src/server/modules/organizations/records.ts';

/** A list that is measured: organizations, which everything stands behind, or invoices, of which there are most. */
export interface Listing {
  readonly table: 'organizations' | 'invoices';
  readonly spec: ListSpec;
  /** The column that names a customer's own organization. */
  readonly own: 'id' | 'organization_id';
  /** Frequent in the texts that are searched, and rare. */
  readonly words: readonly [frequent: string, rare: string];
}

export const listings = {
  organizations: {
    table: 'organizations',
    spec: organizations.list,
    own: 'id',
    words: ['logistics', 'northern logistics'],
  },
  invoices: { table: 'invoices', spec: invoices.list, own: 'organization_id', words: ['77', '0777'] },
} as const satisfies Record<string, Listing>;
