/** Prices of plans, in words. */
export const planPriceTexts = {
  periods: { month: 'a month', quarter: 'a quarter', year: 'a year' },
  per: (price: string, period: string) => `${price} ${period}`,
  perUnit: (price: string, unit: string) => `${price} per ${unit}`,
  plus: (flat: string, perUnit: string) => `${flat} plus ${perUnit}`,
  free: 'Free',
} as const;
