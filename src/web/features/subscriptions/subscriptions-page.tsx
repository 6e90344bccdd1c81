import { ListPage } from '../../records/list-page.tsx';
import { subscriptionList } from './subscription-list.tsx';

export function SubscriptionsPage() {
  return <ListPage list={subscriptionList} />;
}
