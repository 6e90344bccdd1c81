import type { Subscription } from '../../../contract/subscriptions.ts';
import { type ChangeTiming, changeTimings } from '../../../contract/timings.ts';
import type { Output } from '../../lib/api.ts';

type User = Output<'GET /session'>['user'];

const byAlignment: Readonly<Record<User['effective_date_alignment'], ChangeTiming>> = {
  immediate: 'immediately',
  next_billing_period: 'next_period',
  end_of_term: 'end_of_term',
};

/** An evergreen subscription has no end of term. */
export function timingsOf({ term }: Subscription): readonly ChangeTiming[] {
  return changeTimings.filter((when) => when !== 'end_of_term' || term !== null);
}

/** What the reader's account says of the changes they make, where this subscription offers it. */
export function usualTiming(row: Subscription, { effective_date_alignment }: User): ChangeTiming {
  const usual = byAlignment[effective_date_alignment];
  return timingsOf(row).includes(usual) ? usual : 'next_period';
}
