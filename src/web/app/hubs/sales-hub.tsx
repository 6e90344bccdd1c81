import { Navigate } from '@tanstack/react-router';
import { roles } from '../../../catalog/roles.ts';
import { useAccess } from '../../access/use-access.ts';
import { useCan } from '../../access/use-can.tsx';
import { useSession } from '../../access/use-session.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { hubTexts } from '../../texts/hubs.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { casesSection } from './case-and-help-sections.ts';
import { AllInvoices, AllSubscriptions, BookOfBusiness } from './hub-parts.ts';
import type { HubSection } from './hub-section.ts';
import { HubTabs } from './hub-tabs.tsx';

/** Each list starts with what the reader looks after; the address says so, and lets go of it. */
const mine = (userId: string) => ({ account_executive_id: userId });

const sections: readonly HubSection[] = [
  {
    key: 'book',
    label: hubTexts.book,
    permission: 'organizations.view',
    content: BookOfBusiness,
    opens: mine,
  },
  {
    key: 'subscriptions',
    label: hubTexts.allSubscriptions,
    permission: 'subscriptions.view',
    content: AllSubscriptions,
    opens: mine,
  },
  {
    key: 'invoices',
    label: hubTexts.allInvoices,
    permission: 'invoices.view',
    content: AllInvoices,
    opens: mine,
  },
  { ...casesSection, label: hubTexts.cases, opens: (userId) => ({ assignee_id: userId }) },
];

/** The home of account executives: what they look after, and what is owed for it. */
export function SalesHub() {
  const { search } = useUrlSearch();
  const { user } = useSession();
  const seesBook = useCan('organizations.view');
  const { home } = roles[useAccess().role];
  if (seesBook && !search.tab) {
    return <Navigate to="/" search={{ ...search, tab: 'book', ...mine(user.id) }} replace />;
  }
  return (
    <>
      <PageHeader title={home} subtitle={hubTexts.salesSubtitle} />
      <HubTabs sections={sections} account={null} />
    </>
  );
}
