import type { Invoice, InvoiceContent } from '../../../contract/invoices.ts';
import { NumberLink } from '../../commerce/commerce-links.tsx';
import { formatDate, formatDateTime, formatMoney } from '../../lib/format.ts';
import { invoiceTexts } from '../../texts/invoices.ts';
import { Alert } from '../../ui/alert.tsx';

/** Every open invoice says why it is still open: what stands in the way, or that nothing was tried. */
export function WhyUnpaid({ row, content }: { row: Invoice; content: InvoiceContent }) {
  const { failure, pending_payment: pending } = content;
  if (pending) {
    return (
      <Alert title={invoiceTexts.pending.title(formatMoney(pending.amount))}>
        <p>
          {invoiceTexts.pending.text} <PaymentNumber payment={pending} />
        </p>
      </Alert>
    );
  }
  if (failure) {
    return (
      <Alert tone="danger" title={invoiceTexts.failure.title}>
        <p>
          {failure.message} {invoiceTexts.failure.text(formatDateTime(failure.at))}{' '}
          <PaymentNumber payment={failure} />
        </p>
      </Alert>
    );
  }
  return row.status === 'open' ? <NothingTried row={row} content={content} /> : null;
}

function NothingTried({ row, content }: { row: Invoice; content: InvoiceContent }) {
  const words = invoiceTexts.unpaid;
  const paid = { ...row.amount, amount: row.amount.amount - row.balance.amount };
  const takenBack = content.applied.at(-1)?.taken_back;
  const due = row.days_overdue > 0 ? words.wasDue : words.due;
  const untouched = takenBack ? words.takenBack[takenBack] : words.none;
  return (
    <Alert tone={row.days_overdue > 0 ? 'warning' : 'info'} title={paid.amount > 0 ? words.part : untouched}>
      <p>
        {paid.amount > 0 ? `${words.paid(formatMoney(paid), formatMoney(row.amount))} ` : null}
        {due(formatDate(row.due_on))} {words.byHand}
      </p>
    </Alert>
  );
}

/** A link where the reader may open the payment. */
function PaymentNumber({
  payment: { record, number },
}: {
  payment: { record: string | null; number: string };
}) {
  return (
    <span className="whitespace-nowrap [&_a]:underline">
      {invoiceTexts.payment}{' '}
      {record ? <NumberLink resource="payments" to={{ id: record, number }} /> : number}
    </span>
  );
}
