import { invoiceList } from '../../features/invoices/invoice-list.tsx';
import { subscriptionList } from '../../features/subscriptions/subscription-list.tsx';
import { ListSection } from '../../records/list-page.tsx';

/** Every subscription in the reader's sight: number, account, plan, term, renewal, quantity and what it is worth. */
export function AllSubscriptions() {
  return <ListSection list={subscriptionList} />;
}

export function AllInvoices() {
  return <ListSection list={invoiceList} />;
}
