import { lazy } from 'react';
import { organizationColumn } from '../../commerce/record-columns.tsx';
import { MethodState } from '../../payment/method-state.tsx';
import { expiryText, methodTitle } from '../../payment/method-words.ts';
import { defineList } from '../../records/define-list.ts';
import { methodKinds, methodTexts } from '../../texts/payment-methods.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { methodActions } from './method-actions.ts';

const words = methodTexts.fields;

export const methodList = defineList({
  resource: 'payment_methods',
  subtitle: methodTexts.subtitle,
  search: methodTexts.search,
  columns: [
    {
      key: 'name',
      header: words.name,
      cell: (row) => (
        <TextLink to="/payment-methods/$id" params={{ id: row.id }}>
          {methodTitle(row)}
        </TextLink>
      ),
    },
    organizationColumn(words.organization),
    { key: 'kind', header: words.kind, cell: (row) => methodKinds[row.kind] },
    { key: 'holder', header: words.holder, cell: (row) => row.holder },
    { key: 'expiry', header: words.expiry, nowrap: true, cell: expiryText },
    { key: 'state', header: words.state, cell: (row) => <MethodState row={row} /> },
    {
      key: 'created_at',
      header: words.created_at,
      sort: 'created_at',
      nowrap: true,
      cell: (row) => <DateTime value={row.created_at} />,
    },
  ],
  filters: [{ name: 'organization_id', label: words.organization, of: 'organizations' }],
  sort: '-created_at',
  actions: methodActions,
  create: {
    permission: 'payment_methods.add',
    label: methodTexts.adding.label,
    form: lazy(() => import('./add-method.tsx').then((module) => ({ default: module.AddMethod }))),
  },
});
