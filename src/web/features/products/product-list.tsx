import { lazy } from 'react';
import { formatNumber } from '../../lib/format.ts';
import { choicesOf, defineList } from '../../records/define-list.ts';
import { productTexts } from '../../texts/products.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { forSellers } from './for-sellers.ts';
import { productActions } from './product-actions.ts';
import { ProductState } from './product-state.tsx';

const words = productTexts.fields;

export const productList = defineList({
  resource: 'products',
  subtitle: productTexts.subtitle,
  search: productTexts.search,
  columns: [
    {
      key: 'name',
      header: words.name,
      sort: 'name',
      cell: (row) => (
        <TextLink to="/products/$id" params={{ id: row.id }}>
          {row.name}
        </TextLink>
      ),
    },
    { key: 'code', header: words.code, nowrap: true, shownTo: forSellers, cell: (row) => row.code },
    { key: 'category', header: words.category, cell: (row) => row.category },
    { key: 'active', header: words.active, cell: (row) => <ProductState active={row.active} /> },
    {
      key: 'offered_plans',
      header: words.offered_plans,
      align: 'end',
      cell: (row) => formatNumber(row.offered_plans),
    },
    {
      key: 'created_at',
      header: words.created_at,
      sort: 'created_at',
      nowrap: true,
      cell: (row) => <DateTime value={row.created_at} />,
    },
  ],
  filters: [{ name: 'active', label: words.active, choices: choicesOf(productTexts.states) }],
  sort: 'name',
  actions: productActions,
  create: {
    permission: 'products.edit',
    form: lazy(() => import('./create-product.tsx').then((module) => ({ default: module.CreateProduct }))),
  },
});
