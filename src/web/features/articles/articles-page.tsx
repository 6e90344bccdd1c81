import { useCan } from '../../access/use-can.tsx';
import { ListPage } from '../../records/list-page.tsx';
import { editorsList, readersList } from './article-list.tsx';

export function ArticlesPage() {
  return <ListPage list={useCan('articles.edit') ? editorsList : readersList} />;
}
