import { ListPage } from '../../records/list-page.tsx';
import { productList } from './product-list.tsx';

export function ProductsPage() {
  return <ListPage list={productList} />;
}
