import { ListPage } from '../../records/list-page.tsx';
import { orderList } from './order-list.tsx';

export function OrdersPage() {
  return <ListPage list={orderList} />;
}
