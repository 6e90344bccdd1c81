import { ListPage } from '../../records/list-page.tsx';
import { caseList } from './case-list.tsx';

export function CasesPage() {
  return <ListPage list={caseList} />;
}
