import { ListPage } from '../../records/list-page.tsx';
import { methodList } from './method-list.tsx';

export function PaymentMethodsPage() {
  return <ListPage list={methodList} />;
}
