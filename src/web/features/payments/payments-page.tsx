import { ListPage } from '../../records/list-page.tsx';
import { paymentList } from './payment-list.tsx';

export function PaymentsPage() {
  return <ListPage list={paymentList} />;
}
