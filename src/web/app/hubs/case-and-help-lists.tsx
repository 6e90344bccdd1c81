import { useCan } from '../../access/use-can.tsx';
import { editorsList, readersList } from '../../features/articles/article-list.tsx';
import { caseList } from '../../features/cases/case-list.tsx';
import { ListSection } from '../../records/list-page.tsx';

/** Every case in the reader's sight. */
export function Cases() {
  return <ListSection list={caseList} />;
}

/** What the company writes for its readers. */
export function Help() {
  return <ListSection list={useCan('articles.edit') ? editorsList : readersList} />;
}
