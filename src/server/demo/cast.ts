import type { Role } from '../../catalog/roles.ts';

/** One invented person before they have a name or a place. `partner` and `customer` count from 0. */
export interface Part {
  readonly role: Role;
  readonly profile: string;
  readonly name?: readonly [string, string];
  readonly partner?: number;
  readonly customer?: number;
  readonly status?: 'invited' | 'suspended';
}

const times = (count: number, part: (index: number) => Part): Part[] =>
  Array.from({ length: count }, (_, n) => part(n));
const partnerExecutive = { role: 'partner_account_executive', profile: 'partner_account_executive' } as const;

/** One person for each role, then several for each profile: forty in all. The first six come first everywhere. */
export const cast: readonly Part[] = [
  { role: 'global_administrator', profile: 'global_administrator', name: ['Gwen', 'Globalis'] },
  { role: 'system_administrator', profile: 'administrator', name: ['Sami', 'Systemski'] },
  { role: 'account_executive', profile: 'csr_senior', name: ['Alma', 'Accountly'] },
  {
    role: 'partner_administrator',
    profile: 'partner_administrator',
    name: ['Paula', 'Partnerby'],
    partner: 0,
  },
  { ...partnerExecutive, name: ['Pepe', 'Prospectus'], partner: 0 },
  { role: 'customer', profile: 'standard_customer', name: ['Cora', 'Customerson'], customer: 0 },

  { role: 'system_administrator', profile: 'administrator' },
  ...times(3, () => ({ role: 'system_administrator', profile: 'default_admin' })),
  ...times(2, () => ({ role: 'account_executive', profile: 'csr_supervisor' })),
  ...times(4, () => ({ role: 'account_executive', profile: 'csr_senior' })),
  ...times(2, () => ({ role: 'account_executive', profile: 'csr_junior' })),
  { role: 'account_executive', profile: 'csr_junior', status: 'suspended' },
  ...times(3, (n) => ({ role: 'partner_administrator', profile: 'partner_administrator', partner: n + 1 })),
  ...times(5, (n) => ({ ...partnerExecutive, partner: n % 4 })),
  ...times(3, (n) => ({ role: 'partner_account_executive', profile: 'partner_viewer', partner: n })),
  ...times(4, (n) => ({ role: 'customer', profile: 'standard_customer', customer: n + 1 })),
  { role: 'customer', profile: 'managed_customer', customer: 0 },
  ...times(2, (n) => ({ role: 'customer', profile: 'managed_customer', customer: n + 5 })),
  { role: 'customer', profile: 'billing_contact', customer: 0 },
  { role: 'customer', profile: 'billing_contact', customer: 7 },
  { role: 'customer', profile: 'billing_contact', customer: 8, status: 'invited' },
];
