import { RecordPage, type RecordView } from '../../records/record-page.tsx';
import { organizationTexts } from '../../texts/organizations.ts';
import { commerceTabs } from './commerce-tabs.tsx';
import { organizationActions } from './organization-actions.ts';
import { KindBadge, StatusBadge } from './organization-badges.tsx';
import { OrganizationContactsTab } from './organization-contacts-tab.tsx';
import { OrganizationFacts } from './organization-facts.tsx';
import { OrganizationUsersTab } from './organization-users-tab.tsx';
import { PartnerAccountsTab } from './partner-accounts-tab.tsx';

const words = organizationTexts.tabs;

const view: RecordView<'organizations'> = {
  resource: 'organizations',
  subtitle: (row) => <span className="tabular">{row.number}</span>,
  status: (row) => (
    <>
      <StatusBadge status={row.status} />
      <KindBadge kind={row.kind} />
    </>
  ),
  facts: (row) => <OrganizationFacts row={row} />,
  actions: organizationActions,
  tabs: [
    {
      key: 'accounts',
      label: words.accounts,
      permission: 'organizations.view',
      shown: (row) => row.kind === 'partner',
      content: PartnerAccountsTab,
    },
    {
      key: 'contacts',
      label: words.contacts,
      permission: 'contacts.view',
      content: OrganizationContactsTab,
    },
    ...commerceTabs,
    { key: 'users', label: words.users, permission: 'users.view', content: OrganizationUsersTab },
  ],
};

export function OrganizationPage() {
  return <RecordPage view={view} />;
}
