import { hubTexts } from '../../texts/hubs.ts';
import { AccountHub } from './account-hub.tsx';
import { casesSection, helpSection } from './case-and-help-sections.ts';
import { AccountExecutives, CustomerAccounts, MyAccount, MySubscriptions } from './hub-parts.ts';
import type { HubSection } from './hub-section.ts';

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
