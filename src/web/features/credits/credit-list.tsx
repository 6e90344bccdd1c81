import { lazy } from 'react';
import { numberColumn, organizationColumn } from '../../commerce/record-columns.tsx';
import { CreditStatus } from '../../commerce/status-badges.tsx';
import { formatMoney } from '../../lib/format.ts';
import { choicesOf, defineList } from '../../records/define-list.ts';
import { commerceTexts } from '../../texts/commerce.ts';
import { creditTexts } from '../../texts/credits.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { creditActions } from './credit-actions.ts';

const words = creditTexts.fields;

export const creditList = defineList({
  resource: 'credits',
  subtitle: creditTexts.subtitle,
  search: creditTexts.search,
  columns: [
    numberColumn('credits', words.number),
    organizationColumn(words.organization),
    { key: 'source', header: words.source, cell: (row) => creditTexts.sources[row.source] },
    { key: 'reason', header: words.reason, cell: (row) => row.reason },
    { key: 'amount', header: words.amount, align: 'end', cell: (row) => formatMoney(row.amount) },
    { key: 'remaining', header: words.remaining, align: 'end', cell: (row) => formatMoney(row.remaining) },
    { key: 'status', header: words.status, cell: (row) => <CreditStatus status={row.status} /> },
    {
      key: 'issued_on',
      header: words.issued_on,
      // Credits are issued on the day they are made.
      sort: 'created_at',
      nowrap: true,
      cell: (row) => <DateTime value={row.issued_on} />,
    },
  ],
  filters: [
    { name: 'status', label: words.status, choices: choicesOf(commerceTexts.creditStatuses) },
    { name: 'organization_id', label: words.organization, of: 'organizations' },
  ],
  sort: '-created_at',
  actions: creditActions,
  create: {
    permission: 'credits.issue',
    label: creditTexts.issue,
    form: lazy(() => import('./issue-credit.tsx').then((module) => ({ default: module.IssueCredit }))),
  },
});
