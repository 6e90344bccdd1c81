import { lazy } from 'react';
import type { RecordAction } from '../../records/record-actions.tsx';

/** What can be done to one product; its plans have a table of their own. */
export const productActions: readonly RecordAction<'products'>[] = [
  {
    key: 'edit',
    permission: 'products.edit',
    dialog: lazy(() => import('./edit-product.tsx').then((module) => ({ default: module.EditProduct }))),
  },
];
