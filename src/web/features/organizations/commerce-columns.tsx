import type { Case } from '../../../contract/cases.ts';
import type { Credit } from '../../../contract/credits.ts';
import type { Invoice } from '../../../contract/invoices.ts';
import type { PaymentMethod } from '../../../contract/payment-methods.ts';
import type { Payment } from '../../../contract/payments.ts';
import type { Subscription } from '../../../contract/subscriptions.ts';
import { CasePriority, CaseStatus } from '../../cases/case-badges.tsx';
import { numberColumn } from '../../commerce/record-columns.tsx';
import {
  CreditStatus,
  InvoiceStatus,
  PaymentStatus,
  SubscriptionStatus,
} from '../../commerce/status-badges.tsx';
import { formatMoney, formatNumber, type Money } from '../../lib/format.ts';
import { MethodState } from '../../payment/method-state.tsx';
import { expiryText } from '../../payment/method-words.ts';
import { recordName } from '../../records/record-names.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import type { Column } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { TextLink } from '../../ui/text-link.tsx';

const words = organizationTexts.commerce;

function money<Row>(key: string, header: string, of: (row: Row) => Money): Column<Row> {
  return { key, header, align: 'end', cell: (row) => formatMoney(of(row)) };
}

function day<Row>(key: string, header: string, of: (row: Row) => string | null): Column<Row> {
  return { key, header, nowrap: true, cell: (row) => <DateTime value={of(row)} /> };
}

export const caseColumns: readonly Column<Case>[] = [
  numberColumn('cases', words.number),
  { key: 'subject', header: words.subject, cell: (row) => row.subject },
  { key: 'status', header: words.status, cell: (row) => <CaseStatus status={row.status} /> },
  { key: 'priority', header: words.priority, cell: (row) => <CasePriority priority={row.priority} /> },
  { key: 'requester', header: words.requester, cell: (row) => row.requester?.name },
  day('updated_at', words.changed, (row) => row.updated_at),
];

export const subscriptionColumns: readonly Column<Subscription>[] = [
  numberColumn('subscriptions', words.number),
  { key: 'plan', header: words.plan, cell: ({ plan }) => `${plan.product.name} – ${plan.name}` },
  { key: 'quantity', header: words.quantity, align: 'end', cell: (row) => formatNumber(row.quantity) },
  money('price', words.price, (row) => row.price),
  { key: 'status', header: words.status, cell: (row) => <SubscriptionStatus row={row} /> },
  day('starts_on', words.started, (row) => row.starts_on),
  day('next_charge', words.nextCharge, (row) => row.next_charge?.on ?? null),
];

export const invoiceColumns: readonly Column<Invoice>[] = [
  numberColumn('invoices', words.number),
  day('issued_on', words.issued, (row) => row.issued_on),
  day('due_on', words.due, (row) => row.due_on),
  {
    key: 'status',
    header: words.status,
    cell: (row) => <InvoiceStatus status={row.status} overdue={row.days_overdue} />,
  },
  money('amount', words.amount, (row) => row.amount),
  money('balance', words.balance, (row) => row.balance),
];

export const paymentColumns: readonly Column<Payment>[] = [
  numberColumn('payments', words.number),
  day('settled_at', words.paid, (row) => row.settled_at),
  { key: 'method', header: words.method, cell: (row) => row.method },
  { key: 'status', header: words.status, cell: (row) => <PaymentStatus status={row.status} /> },
  money('amount', words.amount, (row) => row.amount),
  money('refunded', words.refunded, (row) => row.refunded),
];

export const creditColumns: readonly Column<Credit>[] = [
  numberColumn('credits', words.number),
  day('issued_on', words.issued, (row) => row.issued_on),
  { key: 'reason', header: words.reason, cell: (row) => row.reason },
  { key: 'status', header: words.status, cell: (row) => <CreditStatus status={row.status} /> },
  money('amount', words.amount, (row) => row.amount),
  money('remaining', words.remaining, (row) => row.remaining),
];

export const methodColumns: readonly Column<PaymentMethod>[] = [
  {
    key: 'name',
    header: words.name,
    cell: (row) => (
      <TextLink to="/payment-methods/$id" params={{ id: row.id }} className="tabular">
        {recordName('payment_methods', row).name}
      </TextLink>
    ),
  },
  { key: 'holder', header: words.holder, cell: (row) => row.holder },
  { key: 'expiry', header: words.expiry, nowrap: true, cell: expiryText },
  {
    key: 'state',
    header: words.status,
    cell: (row) => <MethodState row={row} />,
  },
];
