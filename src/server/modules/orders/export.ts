import { defineExport } from '../../records/define-export.ts';
import { inWords } from '../../records/export-cells.ts';
import { moneyDecimal } from '../../words.ts';
import { orders } from './records.ts';

export const orderExport = defineExport(orders, {
  Number: (row) => row.number,
  Organization: (row) => row.organization.name,
  'Organization id': (row) => row.organization.id,
  Subscription: (row) => row.subscription?.number,
  Kind: (row) => inWords(row.kind),
  Ordered: (row) => inWords(row.action),
  Status: (row) => inWords(row.status),
  Plan: (row) => row.plan_name,
  Quantity: (row) => row.quantity,
  Total: (row) => moneyDecimal(row.total),
  Currency: (row) => row.total.currency,
  'Takes effect': (row) => row.effective_on,
  'Placed by': (row) => row.placed_by?.name,
  Created: (row) => row.created_at,
  Id: (row) => row.id,
});
