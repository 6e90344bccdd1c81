import type { Invoice } from '../../../contract/invoices.ts';
import { formatDate, formatMoney, formatNumber } from '../../lib/format.ts';
import { invoiceTexts } from '../../texts/invoices.ts';

const says = invoiceTexts.unpaid;

type Owed = Pick<Invoice, 'status' | 'days_overdue' | 'amount' | 'balance' | 'due_on'>;

/** Why there is something left to pay on an open invoice that nobody tried to pay in vain; null for any other. */
export function whyUnpaid(row: Owed): { title: string; text: string; overdue: boolean } | null {
  if (row.status !== 'open') return null;
  const { amount, balance, days_overdue: late, due_on } = row;
  const paid = { ...amount, amount: amount.amount - balance.amount };
  const part = paid.amount > 0;
  const overdue = late > 0;
  const title = overdue ? says.overdue(late, formatNumber(late)) : part ? says.partTitle : says.title;
  const so = part ? says.part(formatMoney(paid), formatMoney(balance)) : says.nothing;
  const due = overdue ? says.wasDue : says.due;
  return { title, text: `${so} ${due(formatDate(due_on))} ${says.byHand}`, overdue };
}
