import { decide } from '../../access/decide.ts';
import { roles } from '../../catalog/roles.ts';
import type { AppContext } from '../app-context.ts';
import { invalid } from '../http/problem.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import { type Account, lockAccounts } from './account.ts';

/**
 * The organization that is invoiced: the customer's partner where that was agreed. Without a partner, or where the
 * partner is closed or keeps another currency, it is the customer again: an invoice is always to somebody.
 */
export function billedAccount(
  organization: Account,
  billTo: 'customer' | 'partner',
  accounts: ReadonlyMap<string, Account>,
): Account {
  if (billTo === 'customer' || organization.partner_id === null) return organization;
  const partner = accounts.get(organization.partner_id);
  const usable = partner?.status === 'active' && partner.currency === organization.currency;
  return usable ? partner : organization;
}

/** The same for a person who chooses it, refused where it would not come true. */
export async function chosenAccount(
  { db }: AppContext,
  subject: SessionSubject,
  organization: Account,
  billTo: 'customer' | 'partner',
): Promise<Account> {
  if (billTo === 'customer') return organization;
  if (roles[subject.grants.role].type === 'customer')
    throw invalid('bill_to', 'Whether the partner is invoiced is agreed with the partner');
  const { partner_id, currency } = organization;
  if (partner_id === null || partner_id === organization.id)
    throw invalid('bill_to', 'The organization has no partner');
  const partner = (await lockAccounts(db, [partner_id])).get(partner_id);
  if (partner?.status !== 'active' || !decide(subject, 'organizations.view', partner).allowed)
    throw invalid('bill_to', 'There is no such partner');
  if (partner.currency !== currency) throw invalid('bill_to', 'The partner is invoiced in another currency');
  return partner;
}
