import { useQuery } from '@tanstack/react-query';
import type { Invoice, InvoiceContent } from '../../../contract/invoices.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { formatDateTime, formatMoney } from '../../lib/format.ts';
import { apiQuery } from '../../lib/queries.ts';
import { useReloadOnceSettled, whileUnderWay } from '../../payment/under-way.ts';
import { invoiceTexts } from '../../texts/invoices.ts';
import { Alert } from '../../ui/alert.tsx';
import { Card } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { LinesTable } from './lines-table.tsx';
import { whyUnpaid } from './why-unpaid.ts';

/** Why it is unpaid, where a payment stands in the way, and everything that is on it. */
export function InvoiceContentCard({ row }: { row: Invoice }) {
  const query = useQuery({
    ...apiQuery('GET /invoices/:id/content', { params: { id: row.id } }),
    refetchInterval: whileUnderWay(({ pending_payment }) => pending_payment !== null),
  });
  useReloadOnceSettled(query.data?.pending_payment?.number);
  if (query.error) return <LoadFailure error={query.error} onRetry={query.refetch} />;
  if (!query.data) return <Skeleton lines={4} />;
  return (
    <>
      <WhyUnpaid row={row} content={query.data} />
      <Card title={invoiceTexts.lines.title} flush>
        <LinesTable row={row} content={query.data} />
      </Card>
    </>
  );
}

function WhyUnpaid({ row, content }: { row: Invoice; content: InvoiceContent }) {
  const { failure, pending_payment: pending } = content;
  if (pending) {
    return (
      <Alert title={invoiceTexts.pending.title(formatMoney(pending.amount))}>
        <p>{invoiceTexts.pending.text(pending.number)}</p>
      </Alert>
    );
  }
  if (!failure) return <NobodyPaid row={row} />;
  return (
    <Alert tone="danger" title={invoiceTexts.failure.title}>
      <p>
        {failure.message} {invoiceTexts.failure.text(formatDateTime(failure.at))}
      </p>
    </Alert>
  );
}

function NobodyPaid({ row }: { row: Invoice }) {
  const why = whyUnpaid(row);
  if (!why) return null;
  return (
    <Alert tone={why.overdue ? 'warning' : 'info'} title={why.title}>
      <p>{why.text}</p>
    </Alert>
  );
}
