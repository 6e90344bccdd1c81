import { paymentFailures } from '../../../contract/payment-failures.ts';
import { payments as contract } from '../../../contract/payments.ts';
import { organizationsOf } from '../../db/names.ts';
import type { Row } from '../../db/tables.ts';
import { defineRecords } from '../../records/define-records.ts';

export type PaymentRow = Row<'payments'>;

export const payments = defineRecords(contract, async (db, _subject, rows) => {
  const organizationOf = await organizationsOf(db, rows);
  return (row) => ({
    ...row,
    organization: organizationOf(row),
    amount: { amount: row.amount, currency: row.currency },
    refunded: { amount: row.refunded, currency: row.currency },
    method: row.method_name,
    failure: failureOf(row.failure_code),
  });
});

/** A failure with the sentence that the payer is told. */
export function failureOf(code: PaymentRow['failure_code']) {
  return code === null ? null : { code, message: paymentFailures[code] };
}
