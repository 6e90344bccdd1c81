import { formatMoney } from '../lib/format.ts';
import { limitTexts } from '../texts/limits.ts';

/** The limit of `useLimit` in words; nothing where there is none. */
export function limitWords(limit: number | null, currency: string): string | undefined {
  if (limit === null) return undefined;
  return limit > 0 ? limitTexts.most(formatMoney({ amount: limit, currency })) : limitTexts.none(currency);
}

/** Why an amount is too much, for a field's `validate`, beside the words of the limit; the server decides. */
export function withinLimit(amount: number, limit: number | null): true | string {
  return limit === null || amount <= limit || limitTexts.over;
}
