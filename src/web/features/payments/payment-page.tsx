import { useQuery } from '@tanstack/react-query';
import type { Payment } from '../../../contract/payments.ts';
import { OrganizationLink } from '../../commerce/commerce-links.tsx';
import { PaymentStatus } from '../../commerce/status-badges.tsx';
import { formatMoney } from '../../lib/format.ts';
import { useReloadOnceSettled, whileUnderWay } from '../../payment/under-way.ts';
import { RecordPage, type RecordView } from '../../records/record-page.tsx';
import { recordQueries } from '../../records/record-queries.ts';
import { paymentTexts } from '../../texts/payments.ts';
import { Alert } from '../../ui/alert.tsx';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { CreditsTab, InvoicesTab, MeantForTab, RefundsTab } from './content-tabs.tsx';
import { paymentActions } from './payment-actions.ts';

const words = paymentTexts.tabs;

function isUnpaid({ status }: Payment): boolean {
  return status === 'pending' || status === 'failed';
}

const view: RecordView<'payments'> = {
  resource: 'payments',
  subtitle: (row) => <OrganizationLink to={row.organization} />,
  status: (row) => <PaymentStatus status={row.status} />,
  facts: (row) => <PaymentFacts row={row} />,
  actions: paymentActions,
  tabs: [
    {
      key: 'invoices',
      label: words.invoices,
      permission: 'payments.view',
      shown: (row) => !isUnpaid(row),
      content: InvoicesTab,
    },
    { key: 'meant', label: words.meant, permission: 'payments.view', shown: isUnpaid, content: MeantForTab },
    { key: 'credits', label: words.credits, permission: 'payments.view', content: CreditsTab },
    { key: 'refunds', label: words.refunds, permission: 'payments.view', content: RefundsTab },
  ],
};

export function PaymentPage() {
  return <RecordPage view={view} />;
}

function PaymentFacts({ row }: { row: Payment }) {
  const fields = paymentTexts.fields;
  const underWay = row.status === 'pending';
  // The page shows what this keeps asking for.
  useQuery({ ...recordQueries('payments').one(row.id), refetchInterval: whileUnderWay(() => underWay) });
  useReloadOnceSettled(underWay ? row.id : undefined);
  const facts = [
    { label: fields.amount, value: <span className="tabular">{formatMoney(row.amount)}</span> },
    { label: fields.refunded, value: <span className="tabular">{formatMoney(row.refunded)}</span> },
    { label: fields.method, value: row.method },
    { label: fields.created_at, value: <DateTime value={row.created_at} style="time" /> },
    {
      label: fields.settled_at,
      value: row.settled_at ? <DateTime value={row.settled_at} style="time" /> : null,
    },
    { label: fields.note, value: row.note },
  ];
  return (
    <div className="mb-6 flex flex-col gap-4">
      {row.failure ? (
        <Alert tone="danger" title={paymentTexts.failedTitle}>
          {row.failure.message} {paymentTexts.failedText}
        </Alert>
      ) : null}
      {underWay ? <Alert title={paymentTexts.pendingTitle}>{paymentTexts.pendingText}</Alert> : null}
      <Card title={paymentTexts.details}>
        <DescriptionList facts={facts} columns={3} />
      </Card>
    </div>
  );
}
