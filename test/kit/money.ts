/** An amount in euro as the API says it, minor units. */
export const euro = (amount: number) => ({ amount, currency: 'EUR' });
