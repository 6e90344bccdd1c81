import { defineExport } from '../../records/define-export.ts';
import { inWords } from '../../records/export-cells.ts';
import { moneyDecimal } from '../../words.ts';
import { payments } from './records.ts';

export const paymentExport = defineExport(payments, {
  Number: (row) => row.number,
  Organization: (row) => row.organization.name,
  'Organization id': (row) => row.organization.id,
  Status: (row) => inWords(row.status),
  Amount: (row) => moneyDecimal(row.amount),
  Refunded: (row) => moneyDecimal(row.refunded),
  Currency: (row) => row.amount.currency,
  Method: (row) => row.method,
  Failure: (row) => row.failure?.message,
  Settled: (row) => row.settled_at,
  Note: (row) => row.note,
  Created: (row) => row.created_at,
  Id: (row) => row.id,
});
