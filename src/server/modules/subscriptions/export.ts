import { defineExport } from '../../records/define-export.ts';
import { inWords, yesOrNo } from '../../records/export-cells.ts';
import { moneyDecimal } from '../../words.ts';
import { subscriptions } from './records.ts';

export const subscriptionExport = defineExport(subscriptions, {
  Number: (row) => row.number,
  Organization: (row) => row.organization.name,
  'Organization id': (row) => row.organization.id,
  Status: (row) => inWords(row.status),
  Product: (row) => row.plan.product.name,
  Plan: (row) => row.plan.name,
  'Billing period': (row) => inWords(row.plan.billing_period),
  Quantity: (row) => row.quantity,
  Price: (row) => moneyDecimal(row.price),
  MRR: (row) => row.mrr && moneyDecimal(row.mrr),
  TCV: (row) => row.tcv && moneyDecimal(row.tcv),
  'Next charge': (row) => row.next_charge && moneyDecimal(row.next_charge.amount),
  Currency: (row) => row.currency,
  'Next charge on': (row) => row.next_charge?.on,
  'Billed to': (row) => inWords(row.bill_to),
  Started: (row) => row.starts_on,
  'Trial ends': (row) => row.trial_end,
  'Term starts': (row) => row.term?.start,
  'Term ends': (row) => row.term?.end,
  'Renews by itself': (row) => yesOrNo(row.auto_renew),
  'Cancelled for': (row) => row.cancellation?.on,
  'Cancellation reason': (row) => row.cancellation?.reason,
  'Paused on': (row) => row.paused_on,
  'Ended on': (row) => row.ended_on,
  Created: (row) => row.created_at,
  Id: (row) => row.id,
});
