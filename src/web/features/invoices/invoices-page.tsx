import { ListPage } from '../../records/list-page.tsx';
import { invoiceList } from './invoice-list.tsx';

export function InvoicesPage() {
  return <ListPage list={invoiceList} />;
}
