import { hubTexts } from '../../texts/hubs.ts';
import { AccountHub } from './account-hub.tsx';
import { casesSection, helpSection } from './case-and-help-sections.ts';
import { MyAccount, MySubscriptions } from './hub-parts.ts';
import type { HubSection } from './hub-section.ts';

const sections: readonly HubSection[] = [
  { key: 'account', label: hubTexts.account, permission: 'organizations.view', own: MyAccount },
  {
    key: 'subscriptions',
    label: hubTexts.subscriptions,
    permission: 'subscriptions.view',
    own: MySubscriptions,
  },
  { ...casesSection, label: hubTexts.myCases },
  helpSection,
];

export function CustomerHub() {
  return <AccountHub sections={sections} />;
}
