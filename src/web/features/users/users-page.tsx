import { ListPage } from '../../records/list-page.tsx';
import { userList } from './user-list.tsx';

export function UsersPage() {
  return <ListPage list={userList} />;
}
