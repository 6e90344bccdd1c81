import type { PaymentMethod } from '../../../contract/payment-methods.ts';
import { OrganizationLink } from '../../commerce/commerce-links.tsx';
import { MethodState } from '../../payment/method-state.tsx';
import { expiryText } from '../../payment/method-words.ts';
import { RecordPage, type RecordView } from '../../records/record-page.tsx';
import { methodKinds, methodTexts } from '../../texts/payment-methods.ts';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { methodActions } from './method-actions.ts';

const view: RecordView<'payment_methods'> = {
  resource: 'payment_methods',
  subtitle: (row) => <OrganizationLink to={row.organization} />,
  status: (row) => <MethodState row={row} />,
  facts: (row) => <MethodFacts row={row} />,
  actions: methodActions,
};

export function PaymentMethodPage() {
  return <RecordPage view={view} />;
}

function MethodFacts({ row }: { row: PaymentMethod }) {
  const words = methodTexts.fields;
  const facts = [
    { label: words.kind, value: methodKinds[row.kind] },
    { label: words.holder, value: row.holder },
    { label: words.expiry, value: expiryText(row) },
    { label: words.label, value: row.label },
    { label: words.created_at, value: <DateTime value={row.created_at} /> },
  ];
  return (
    <Card title={methodTexts.details} className="mb-6">
      <DescriptionList facts={facts} columns={3} />
    </Card>
  );
}
