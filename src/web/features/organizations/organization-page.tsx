import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Organization } from '../../../contract/organizations.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { RecordHistory } from '../../access/record-history.tsx';
import { useCan } from '../../access/use-can.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { recordHistoryTexts } from '../../texts/record-history.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { KindBadge, StatusBadge } from './organization-badges.tsx';
import { OrganizationContactsTab } from './organization-contacts-tab.tsx';
import { OrganizationDialogs } from './organization-dialogs.tsx';
import { OrganizationFacts } from './organization-facts.tsx';
import { OrganizationUsersTab } from './organization-users-tab.tsx';
import { PartnerAccountsTab } from './partner-accounts-tab.tsx';
import { type OrganizationAct, useOrganizationActions } from './use-organization-actions.ts';

export function OrganizationPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(apiQuery('GET /organizations/:id', { params: { id } }));
  if (query.data) return <Loaded key={id} row={query.data} />;
  if (query.error) return <LoadFailure error={query.error} onRetry={query.refetch} />;
  return <Skeleton lines={10} />;
}

function Loaded({ row }: { row: Organization }) {
  const actionsOf = useOrganizationActions();
  const [what, setWhat] = useState<OrganizationAct | null>(null);
  const actions = actionsOf(row, setWhat);
  return (
    <>
      <PageHeader
        back={<TextLink to="/organizations">{organizationTexts.back}</TextLink>}
        title={row.name}
        subtitle={<span className="tabular">{row.number}</span>}
        status={
          <>
            <StatusBadge status={row.status} />
            <KindBadge kind={row.kind} />
          </>
        }
        actions={actions.toReversed().map((action) => (
          <Button
            key={action.key}
            tone={action.key === 'edit' ? 'primary' : 'secondary'}
            disabledReason={action.disabledReason}
            onClick={action.onSelect}
          >
            {action.label}
          </Button>
        ))}
      />
      <OrganizationFacts row={row} />
      <RelatedTabs row={row} />
      <OrganizationDialogs act={what && { what, row }} onClose={() => setWhat(null)} />
    </>
  );
}

/** Only the related lists that the reader's profile opens. */
function RelatedTabs({ row }: { row: Organization }) {
  const { search, patch } = useUrlSearch();
  const words = organizationTexts.tabs;
  const seesContacts = useCan('contacts.view');
  const seesUsers = useCan('users.view');
  const seesHistory = useCan('audit_log.view');
  const contacts = {
    key: 'contacts',
    label: words.contacts,
    content: <OrganizationContactsTab id={row.id} closed={row.status === 'closed'} />,
  };
  const users = { key: 'users', label: words.users, content: <OrganizationUsersTab row={row} /> };
  const accounts = { key: 'accounts', label: words.accounts, content: <PartnerAccountsTab id={row.id} /> };
  const history = {
    key: 'history',
    label: recordHistoryTexts.title,
    content: <RecordHistory resource="organizations" id={row.id} />,
  };
  const tabs = [
    ...(row.kind === 'partner' ? [accounts] : []),
    ...(seesContacts ? [contacts] : []),
    ...(seesUsers ? [users] : []),
    ...(seesHistory ? [history] : []),
  ];
  const open = tabs.find((tab) => tab.key === search.tab) ?? tabs[0];
  if (!open) return null;
  return <Tabs label={words.label} tabs={tabs} value={open.key} onChange={(tab) => patch({ tab })} />;
}
