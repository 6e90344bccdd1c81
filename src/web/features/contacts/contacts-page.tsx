import { ListPage } from '../../records/list-page.tsx';
import { contactList } from './contact-list.tsx';

export function ContactsPage() {
  return <ListPage list={contactList} />;
}
