import { invoiceAges, invoices } from '../../invoices.ts';
import { defineBlock } from '../define-block.ts';

/** Open invoices by age, and what is owed on them. */
export const receivables = defineBlock(invoices, {
  key: 'receivables',
  drawn: 'bars',
  figures: invoiceAges.map((age) => ({ key: age, opens: { age } })),
  totals: [
    { key: 'open', opens: { status: 'open' }, of: null },
    { key: 'overdue', opens: { age: 'overdue' }, of: invoiceAges.filter((age) => age !== 'not_due') },
  ],
  sum: 'balance',
});
