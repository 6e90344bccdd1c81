import { defineExport } from '../../records/define-export.ts';
import { inWords } from '../../records/export-cells.ts';
import { moneyDecimal } from '../../words.ts';
import { credits } from './records.ts';

export const creditExport = defineExport(credits, {
  Number: (row) => row.number,
  Organization: (row) => row.organization.name,
  'Organization id': (row) => row.organization.id,
  Status: (row) => inWords(row.status),
  Amount: (row) => moneyDecimal(row.amount),
  Remaining: (row) => moneyDecimal(row.remaining),
  Currency: (row) => row.amount.currency,
  'Comes from': (row) => inWords(row.source),
  Reason: (row) => row.reason,
  Subscription: (row) => row.subscription?.number,
  Issued: (row) => row.issued_on,
  Created: (row) => row.created_at,
  Id: (row) => row.id,
});
