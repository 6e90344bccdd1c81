/** When a change of plan or quantity takes effect. */
export const changeTimings = ['immediately', 'next_period', 'end_of_term'] as const;
export type ChangeTiming = (typeof changeTimings)[number];

/** When a cancellation without a chosen date takes effect; `end_of_period`: of the last invoiced one. */
export const cancellationTimings = ['end_of_term', 'end_of_period'] as const;
export type CancellationTiming = (typeof cancellationTimings)[number];

/** What a subscription can be, in the order of its life. */
export const subscriptionStatuses = [
  'pending',
  'trialing',
  'active',
  'paused',
  'cancelled',
  'expired',
] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

/** How often a plan is invoiced. */
export const billingPeriods = ['month', 'quarter', 'year'] as const;
export type BillingPeriod = (typeof billingPeriods)[number];
