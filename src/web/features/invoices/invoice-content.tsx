import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Invoice } from '../../../contract/invoices.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { useReloadOnceSettled, whileUnderWay } from '../../payment/under-way.ts';
import { invoiceTexts } from '../../texts/invoices.ts';
import { Card } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { LinesTable } from './lines-table.tsx';
import { WhyUnpaid } from './why-unpaid.tsx';

/** Why it is unpaid, before the facts of it; and everything that is on it. */
export function InvoiceContentCard({ row, facts }: { row: Invoice; facts: ReactNode }) {
  const query = useQuery({
    ...apiQuery('GET /invoices/:id/content', { params: { id: row.id } }),
    refetchInterval: whileUnderWay(({ pending_payment }) => pending_payment !== null),
  });
  useReloadOnceSettled(query.data?.pending_payment?.number);
  if (!query.data) {
    return (
      <>
        {row.status === 'open' && !query.error ? <Skeleton lines={2} /> : null}
        {facts}
        {query.error ? <LoadFailure error={query.error} onRetry={query.refetch} /> : <Skeleton lines={4} />}
      </>
    );
  }
  return (
    <>
      <WhyUnpaid row={row} content={query.data} />
      {facts}
      <Card title={invoiceTexts.lines.title} flush>
        <LinesTable row={row} content={query.data} />
      </Card>
    </>
  );
}
