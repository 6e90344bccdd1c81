import type { RoleType } from '../../catalog/roles.ts';
import type { BlockKey } from '../../contract/dashboard/blocks.ts';
import type { MrrMovementKind } from '../../contract/dashboard/mrr-movements.ts';
import { invoiceTexts } from './invoices.ts';

type BlockWords = {
  title: string;
  /** What is in the first column of its table. */
  by: string;
  /** What is counted, in the head of its column. */
  counted: string;
  /** By the key of the figure; months have none, they are called by their name, nor states of cases. */
  figures: Readonly<Record<string, string>>;
  /** What the amounts are, where there are any. */
  amounts?: string;
};

/** What each block is called. One that has no words does not compile. */
const blocks: Readonly<Record<BlockKey, BlockWords>> = {
  recurring_revenue: {
    title: 'Recurring revenue',
    by: 'Subscriptions',
    counted: 'Subscriptions',
    figures: { active: 'Active subscriptions' },
    amounts: 'MRR',
  },
  active_subscriptions: {
    title: 'Subscriptions',
    by: 'Subscriptions',
    counted: 'Subscriptions',
    figures: { active: 'Active subscriptions' },
  },
  trials: {
    title: 'Trials',
    by: 'Trials',
    counted: 'Subscriptions',
    figures: { ending: 'Trials that end within 14 days' },
  },
  charges: {
    title: 'Charges',
    by: 'Charges',
    counted: 'Subscriptions',
    figures: { coming: 'Subscriptions charged within 30 days' },
  },
  receivables: {
    title: 'Open invoices by age',
    by: 'Age',
    counted: 'Invoices',
    figures: { ...invoiceTexts.ages, open: 'Open invoices', overdue: 'Overdue invoices' },
    amounts: 'Owed',
  },
  cases: {
    title: 'Cases by state',
    by: 'State',
    counted: 'Cases',
    figures: { all: 'Cases' },
  },
  growth: {
    title: 'Organizations added each month',
    by: 'Month',
    counted: 'Organizations',
    figures: {},
  },
  organizations: {
    title: 'Organizations by kind and state',
    by: 'Kind and state',
    counted: 'Organizations',
    figures: {
      active_customers: 'Active customers',
      active_partners: 'Active partners',
      closed_customers: 'Closed customers',
      closed_partners: 'Closed partners',
      all: 'Organizations',
    },
  },
};

const subtitles: Readonly<Record<RoleType, string>> = {
  customer: 'Your account today',
  partner: 'Your organization and the accounts that you can see, today',
  csr: 'The accounts that you can see, today',
  admin: 'The whole company, as far as your profile opens it, today',
};

const movements: Readonly<Record<MrrMovementKind, string>> = {
  new: 'New',
  expansion: 'More',
  contraction: 'Less',
  churn: 'Lost or paused',
  reactivation: 'Back',
};

export const dashboardTexts = {
  title: 'Dashboard',
  subtitles,
  figures: 'Figures',
  blocks,
  trend: {
    title: 'Monthly recurring revenue',
    currency: 'Currency',
    month: 'Month',
    mrr: 'MRR',
    atEnd: 'At the end of each month; the last one is today.',
    movements,
    none: 'No subscription that you can see has brought anything in the last twelve months.',
  },
  charges: {
    title: 'Next charges',
    number: 'Subscription',
    plan: 'Plan',
    organization: 'Organization',
    on: 'Charged on',
    amount: 'Amount',
    none: 'No charge within 30 days.',
  },
  asTable: 'The figures as a table',
  hiddenTitle: 'There is nothing here that your profile opens',
  hiddenText:
    'This page counts subscriptions, invoices, cases and organizations, and your profile opens none of these lists. An administrator can change that.',
  emptyTitle: 'Nothing to count yet',
  emptyText: 'There is no record that your profile lets you see. The figures appear with the first one.',
  add: 'New organization',
} as const;
