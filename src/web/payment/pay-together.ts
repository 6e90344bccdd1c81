import { lazy } from 'react';
import { formatMoney, formatNumber } from '../lib/format.ts';
import type { BulkAction, Rows } from '../records/bulk-action.tsx';
import { invoiceTexts } from '../texts/invoices.ts';

const says = invoiceTexts.paying;

function owed(rows: Rows<'invoices'>): string {
  const [{ balance }] = rows;
  return formatMoney({ ...balance, amount: rows.reduce((sum, row) => sum + row.balance.amount, 0) });
}

const countOf = (rows: Rows<'invoices'>) => says.count(rows.length, formatNumber(rows.length));

/** Open invoices of one organization are paid with one payment. */
export const payTogether: BulkAction<'invoices'> = {
  permission: 'invoices.pay',
  offered: ({ status }) => status === 'open',
  together: { key: ({ organization }) => organization.id, apart: says.apart },
  chosen: (rows) => says.chosen(countOf(rows), rows[0].organization.name, owed(rows)),
  label: (rows) => says.payCount(countOf(rows)),
  dialog: lazy(() => import('./pay-dialog.tsx').then((module) => ({ default: module.PaySeveral }))),
};
