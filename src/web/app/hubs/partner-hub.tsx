import { hubTexts } from '../../texts/hubs.ts';
import { AccountExecutives } from './account-executives.tsx';
import { AccountHub } from './account-hub.tsx';
import { casesSection, helpSection } from './case-and-help-sections.ts';
import { CustomerAccounts } from './customer-accounts.tsx';
import type { HubSection } from './hub-section.ts';
import { MyAccount } from './my-account.tsx';
import { MySubscriptions } from './my-subscriptions.tsx';

const sections: readonly HubSection[] = [
  {
    key: 'customers',
    label: hubTexts.customers,
    permission: 'organizations.view',
    content: CustomerAccounts,
  },
  {
    key: 'executives',
    label: hubTexts.executives,
    permission: 'organizations.assign',
    content: AccountExecutives,
  },
  { key: 'account', label: hubTexts.account, permission: 'organizations.view', own: MyAccount },
  {
    key: 'subscriptions',
    label: hubTexts.subscriptions,
    permission: 'subscriptions.view',
    own: MySubscriptions,
  },
  { ...casesSection, label: hubTexts.cases },
  helpSection,
];

/** The home of both partner roles: their customers, and their own account. */
export function PartnerHub() {
  return <AccountHub sections={sections} />;
}
