import { expect } from 'vitest';
import type { Answer } from './app.ts';
import { key, type Shop, sumsOf } from './shop.ts';

/** The ways in which tests of money ask a shop that is opened before the first of them. */
export function asking(shop: () => Shop) {
  const get = async (path: string, who = shop().admin): Promise<Answer['body']> =>
    (await shop().kit.as(who, 'GET', path)).body;
  const post = (path: string, body: unknown, who = shop().executive, more: Record<string, string> = {}) =>
    shop().kit.as(who, 'POST', path, body, { ...key(), ...more });
  const expectSums = async (organization = shop().organization): Promise<void> => {
    const sums = await sumsOf(shop().kit, organization);
    expect(sums).toMatchObject({ wrong_invoices: 0, wrong_credits: 0 });
    expect(sums?.account_balance).toBe(sums?.open);
    expect(sums?.credit_balance).toBe(sums?.remaining);
  };
  return { get, post, expectSums };
}

/** The header of a change that was made from a version. */
export const ifMatch = (version: unknown) => ({ 'if-match': `"${version}"` });
