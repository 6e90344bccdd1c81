import type { Role } from './roles.ts';

/** The shipped profile, by its key, that new people of a role are given unless their inviter chooses another: the narrowest that does the role's work. */
export const defaultProfileKeys = {
  customer: 'standard_customer',
  partner_account_executive: 'partner_account_executive',
  partner_administrator: 'partner_administrator',
  account_executive: 'csr_junior',
  system_administrator: 'default_admin',
  global_administrator: 'global_administrator',
} as const satisfies Record<Role, string>;
