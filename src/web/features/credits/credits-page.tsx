import { ListPage } from '../../records/list-page.tsx';
import { creditList } from './credit-list.tsx';

export function CreditsPage() {
  return <ListPage list={creditList} />;
}
