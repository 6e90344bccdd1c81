/** What the profile allows of an action with a limit, wherever an amount is asked for. */
export const limitTexts = {
  most: (amount: string) => `Your profile allows up to ${amount}.`,
  over: 'That is more than your profile allows.',
  none: (currency: string) => `Your profile names no limit for ${currency}, so it allows no amount.`,
} as const;
