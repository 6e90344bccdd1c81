import { addDays } from '../../billing/calendar.ts';
import type { ImportRequest } from '../../contract/imports.ts';
import type { BillingPeriod } from '../../contract/timings.ts';
import { type CellProblem, field, type ImportField } from './importer.ts';
import { cellReader } from './read-cells.ts';

/** A trial whose source names no end is given so many days from the import. */
const openTrialDays = 30;

export const subscriptionFields: readonly ImportField[] = [
  field('external_id', 'External id', 'How the source calls the subscription.', true),
  field(
    'organization',
    'Organization',
    'The external id of its organization in the same source, or its number.',
    true,
  ),
  field(
    'plan',
    'Plan',
    'The tier, such as Basic. A plan that is missing is added, with the price of its first row.',
    true,
  ),
  field('billing_period', 'Billing period', 'monthly, quarterly or annual; monthly when empty.'),
  field('quantity', 'Quantity', 'Seats or units; 1 when empty.'),
  field('started_on', 'Started on', 'A date in the chosen format.', true),
  field('ends_on', 'Ends on', 'The first day without service; empty while it goes on.'),
  field('end_reason', 'End reason', 'Why it ended or will end.'),
  field(
    'mrr',
    'Monthly recurring revenue',
    'An amount a month, such as 833 or 833.50; computed from the plan when empty.',
  ),
  field(
    'trial',
    'Trial',
    `true or false. A trial without an end runs ${openTrialDays} days from the import.`,
  ),
  field('trial_end', 'Trial ends on', 'The first day after the trial.'),
  field('auto_renew', 'Renews by itself', 'true or false; true when empty.'),
];

const periods: Readonly<Record<string, BillingPeriod>> = {
  '': 'month',
  month: 'month',
  monthly: 'month',
  quarter: 'quarter',
  quarterly: 'quarter',
  year: 'year',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
};

/** One row, read. Amounts in minor units. */
export interface SubscriptionCells {
  readonly plan: string;
  readonly billing_period: BillingPeriod;
  readonly quantity: number;
  readonly startedOn: string;
  readonly endsOn: string | null;
  readonly endReason: string;
  readonly mrr: number | null;
  readonly trialEnd: string | null;
  readonly autoRenew: boolean;
}

interface Circumstances {
  readonly dateFormat: ImportRequest['date_format'];
  readonly currency: string;
  readonly today: string;
}

export type ReadSubscription =
  | { readonly values: SubscriptionCells }
  | { readonly problems: readonly CellProblem[] };

/** Reads one row; every cell that can not be read is named. */
export function readSubscription(
  cells: Readonly<Record<string, string>>,
  { dateFormat, currency, today }: Circumstances,
): ReadSubscription {
  const read = cellReader(cells, dateFormat);
  const plan = read.required('plan');
  if (plan.length > 100) read.wrong('plan', 'Must have at most 100 characters');
  const billing_period = periods[read.text('billing_period').toLowerCase()];
  if (!billing_period) read.wrong('billing_period', 'Must be monthly, quarterly or annual');
  const startedOn = read.requiredDate('started_on');
  const endsOn = read.date('ends_on');
  const trialEnd = trialEndOf(read.yes('trial', false), read.date('trial_end'), endsOn, today);
  const values = {
    plan,
    billing_period: billing_period ?? 'month',
    quantity: read.whole('quantity', 1),
    startedOn,
    endsOn,
    endReason: read.text('end_reason').slice(0, 500) || 'Ended in the system it came from',
    // What a trial will bring is not known before it ends.
    mrr: trialEnd === null ? read.money('mrr', currency) : null,
    trialEnd,
    autoRenew: read.yes('auto_renew', true),
  };
  return read.problems.length > 0 ? { problems: read.problems } : { values };
}

function trialEndOf(
  trial: boolean,
  given: string | null,
  endsOn: string | null,
  today: string,
): string | null {
  if (given !== null) return given;
  if (!trial) return null;
  return endsOn ?? addDays(today, openTrialDays);
}
