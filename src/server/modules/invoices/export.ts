import { defineExport } from '../../records/define-export.ts';
import { inWords } from '../../records/export-cells.ts';
import { moneyDecimal } from '../../words.ts';
import { invoices } from './records.ts';

export const invoiceExport = defineExport(invoices, {
  Number: (row) => row.number,
  Organization: (row) => row.organization.name,
  'Organization id': (row) => row.organization.id,
  Subscription: (row) => row.subscription?.number,
  Status: (row) => inWords(row.status),
  Issued: (row) => row.issued_on,
  Due: (row) => row.due_on,
  'Days overdue': (row) => row.days_overdue,
  Amount: (row) => moneyDecimal(row.amount),
  Balance: (row) => moneyDecimal(row.balance),
  Currency: (row) => row.amount.currency,
  Sent: (row) => row.sent_at,
  Created: (row) => row.created_at,
  Id: (row) => row.id,
});
