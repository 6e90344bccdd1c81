import type { ComponentType } from 'react';
import { roles } from '../../../catalog/roles.ts';
import type { Organization } from '../../../contract/organizations.ts';
import { RecordPage, type RecordView } from '../../records/record-page.tsx';
import type { RecordTab } from '../../records/record-tabs.tsx';
import { organizationTexts } from '../../texts/organizations.ts';
import { timelineTexts } from '../../texts/timeline.ts';
import { commerceTabs } from './commerce-tabs.tsx';
import { organizationActions } from './organization-actions.ts';
import { KindBadge, StatusBadge } from './organization-badges.tsx';
import { OrganizationContactsTab } from './organization-contacts-tab.tsx';
import { OrganizationFacts } from './organization-facts.tsx';
import { OrganizationUsersTab } from './organization-users-tab.tsx';
import { PartnerAccountsTab } from './partner-accounts-tab.tsx';
import { SeenTab } from './seen-tab.tsx';
import { TimelineTab } from './timeline-tab.tsx';

const words = organizationTexts.tabs;

/** What other features add to the page: a button, and tabs. */
export type OrganizationPageProps = {
  buttons: ComponentType<{ row: Organization }>;
  tabs: readonly RecordTab<'organizations'>[];
};

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
    {
      key: 'timeline',
      label: timelineTexts.title,
      permission: 'organizations.view',
      content: TimelineTab,
    },
    {
      key: 'seen',
      label: organizationTexts.seen.tab,
      permission: 'users.view',
      closedInside: true,
      shown: (row, { role }) => row.kind === 'customer' && roles[role].type !== 'customer',
      content: SeenTab,
    },
  ],
};

export function OrganizationPage({ buttons, tabs }: OrganizationPageProps) {
  return <RecordPage view={{ ...view, buttons, tabs: [...(view.tabs ?? []), ...tabs] }} />;
}
