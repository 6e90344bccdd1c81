/** The states of what is sold, charged and paid, and what several of its pages say. */
export const commerceTexts = {
  orderStatuses: { draft: 'Draft', placed: 'Placed', fulfilled: 'Fulfilled', cancelled: 'Cancelled' },
  subscriptionStatuses: {
    pending: 'Not started',
    trialing: 'In trial',
    active: 'Active',
    paused: 'Paused',
    cancelled: 'Cancelled',
    expired: 'Expired',
  },
  invoiceStatuses: { open: 'Open', paid: 'Paid', void: 'Void' },
  span: (from: string, to: string) => `${from} – ${to}`,
  cancelsOn: (date: string) => `Cancels on ${date}`,
  changesOn: (date: string) => `Changes on ${date}`,
  overdue: (days: string) => `Overdue by ${days}`,
  days: (count: number, text: string) => (count === 1 ? '1 day' : `${text} days`),
  paymentStatuses: {
    pending: 'Under way',
    succeeded: 'Succeeded',
    failed: 'Failed',
    partially_refunded: 'Partly refunded',
    refunded: 'Refunded',
  },
  creditStatuses: { open: 'Open', applied: 'Used up', void: 'Void' },
} as const;
