import { OrganizationLink } from '../../commerce/commerce-links.tsx';
import { SubscriptionStatus } from '../../commerce/status-badges.tsx';
import { RecordPage, type RecordView } from '../../records/record-page.tsx';
import { subscriptionTexts } from '../../texts/subscriptions.ts';
import { pageActions } from './subscription-actions.ts';
import { SubscriptionFacts } from './subscription-facts.tsx';
import { SubscriptionInvoicesTab } from './subscription-invoices-tab.tsx';
import { SubscriptionOrdersTab } from './subscription-orders-tab.tsx';

const words = subscriptionTexts.tabs;

const view: RecordView<'subscriptions'> = {
  resource: 'subscriptions',
  subtitle: (row) => <OrganizationLink to={row.organization} />,
  status: (row) => <SubscriptionStatus row={row} />,
  facts: (row) => <SubscriptionFacts row={row} />,
  actions: pageActions,
  tabs: [
    {
      key: 'orders',
      label: words.orders,
      permission: 'orders.view',
      content: SubscriptionOrdersTab,
    },
    {
      key: 'invoices',
      label: words.invoices,
      permission: 'invoices.view',
      content: SubscriptionInvoicesTab,
    },
  ],
};

export function SubscriptionPage() {
  return <RecordPage view={view} />;
}
