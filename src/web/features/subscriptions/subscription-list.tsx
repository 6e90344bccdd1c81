import { lazy } from 'react';
import { seesSellerFigures, sellerFigures } from '../../../catalog/roles.ts';
import type { Subscription } from '../../../contract/subscriptions.ts';
import { AccountExecutiveFilter, PartnerExecutiveFilter } from '../../commerce/executive-filter.tsx';
import { numberColumn, organizationColumn } from '../../commerce/record-columns.tsx';
import { SubscriptionStatus } from '../../commerce/status-badges.tsx';
import { formatMoney, formatNumber } from '../../lib/format.ts';
import { choicesOf, defineList } from '../../records/define-list.ts';
import { commerceTexts } from '../../texts/commerce.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { subscriptionTexts } from '../../texts/subscriptions.ts';
import { uiTexts } from '../../texts/ui.ts';
import { DateFilter } from '../../ui/date-filter.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { NextCharge } from './next-charge.tsx';
import { listActions } from './subscription-actions.ts';

const executives = organizationTexts.fields;
const words = subscriptionTexts.fields;

export const subscriptionList = defineList({
  resource: 'subscriptions',
  subtitle: subscriptionTexts.subtitle,
  search: subscriptionTexts.search,
  columns: [
    numberColumn('subscriptions', words.number),
    organizationColumn(words.organization),
    {
      key: 'plan',
      header: words.plan,
      cell: (row) => row.plan.name,
    },
    { key: 'status', header: words.status, cell: (row) => <SubscriptionStatus row={row} /> },
    { key: 'quantity', header: words.quantity, align: 'end', cell: (row) => formatNumber(row.quantity) },
    ...sellerFigures.map((key) => ({
      key,
      header: words[key],
      align: 'end' as const,
      shownTo: seesSellerFigures,
      cell: (row: Subscription) => formatMoney(row[key]),
    })),
    {
      key: 'starts_on',
      header: words.starts_on,
      sort: 'starts_on',
      nowrap: true,
      cell: (row) => <DateTime value={row.starts_on} />,
    },
    {
      key: 'term_end',
      header: words.term_end,
      nowrap: true,
      cell: (row) => (row.term ? <DateTime value={row.term.end} /> : subscriptionTexts.evergreen),
    },
    { key: 'next_charge', header: words.next_charge, cell: (row) => <NextCharge row={row} /> },
    { key: 'bill_to', header: words.bill_to, cell: (row) => subscriptionTexts.billTo[row.bill_to] },
    {
      key: 'auto_renew',
      header: words.auto_renew,
      cell: (row) => (row.auto_renew ? uiTexts.yes : uiTexts.no),
    },
    {
      key: 'created_at',
      header: words.created_at,
      sort: 'created_at',
      nowrap: true,
      cell: (row) => <DateTime value={row.created_at} />,
    },
  ],
  hiddenAtFirst: ['next_charge', 'bill_to', 'auto_renew', 'created_at'],
  filters: [
    { name: 'status', label: words.status, choices: choicesOf(commerceTexts.subscriptionStatuses) },
    { name: 'trial_ends_by', label: subscriptionTexts.trialEndsBy, control: DateFilter },
    { name: 'charged_by', label: subscriptionTexts.chargedBy, control: DateFilter },
    { name: 'organization_id', label: words.organization, of: 'organizations' },
    { name: 'account_executive_id', label: executives.account_executive, control: AccountExecutiveFilter },
    {
      name: 'partner_account_executive_id',
      label: executives.partner_account_executive,
      control: PartnerExecutiveFilter,
    },
  ],
  sort: '-created_at',
  actions: listActions,
  create: {
    permission: 'subscriptions.create',
    form: lazy(() =>
      import('./new-subscription.tsx').then((module) => ({ default: module.NewSubscription })),
    ),
  },
});
