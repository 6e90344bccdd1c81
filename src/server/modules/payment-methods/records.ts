import { paymentMethods as contract } from '../../../contract/payment-methods.ts';
import { stateRefused } from '../../commerce/refusals.ts';
import { calendarDate, companyTimeZone } from '../../company-date.ts';
import { organizationsOf } from '../../db/names.ts';
import type { Row } from '../../db/tables.ts';
import { defineRecords } from '../../records/define-records.ts';
import { lastAttempts } from './attempts.ts';

export type MethodRow = Row<'payment_methods'>;

const whilePresent = [
  'payment_methods.edit',
  'payment_methods.remove',
  'payment_methods.set_default',
] as const;

/** Removed ones stay in the list, so that payments made with them can be explained; nothing can be done to them. */
export const paymentMethods = defineRecords(contract, async (db, subject, rows) => {
  const organizationOf = await organizationsOf(db, rows);
  const attemptOf = await lastAttempts(db, rows);
  const today = calendarDate(subject.now, await companyTimeZone(db));
  return ({ token: _token, ...row }) => ({
    ...row,
    organization: organizationOf(row),
    expired: hasExpired(row, today),
    last_attempt: attemptOf(row),
    removed: row.removed_at !== null,
    cannot: row.removed_at === null ? [] : whilePresent,
  });
});

/** A card is good until its month is over. */
export function hasExpired({ expiry }: Pick<MethodRow, 'expiry'>, today: string): boolean {
  return expiry !== null && expiry < today.slice(0, 7);
}

/** How a method is called: "Visa •••• 4242". */
export function methodName({
  kind,
  brand,
  last_four,
}: Pick<MethodRow, 'kind' | 'brand' | 'last_four'>): string {
  const kinds = { card: 'Card', ach: 'Bank account', bank_transfer: 'Bank transfer' } as const;
  return `${brand ?? kinds[kind]} •••• ${last_four}`;
}

/** Nothing more can be done to a method that was removed. */
export function requirePresent(permission: (typeof whilePresent)[number], record: MethodRow): void {
  if (record.removed_at !== null) throw stateRefused(permission, record, 'The payment method was removed.');
}
