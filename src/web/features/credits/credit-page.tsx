import type { Credit } from '../../../contract/credits.ts';
import { NumberLink, OrganizationLink } from '../../commerce/commerce-links.tsx';
import { CreditStatus } from '../../commerce/status-badges.tsx';
import { formatMoney } from '../../lib/format.ts';
import { RecordPage, type RecordView } from '../../records/record-page.tsx';
import { creditTexts } from '../../texts/credits.ts';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { AppliedTab } from './applied-tab.tsx';
import { creditActions } from './credit-actions.ts';
import { LinesTab } from './lines-tab.tsx';

const view: RecordView<'credits'> = {
  resource: 'credits',
  subtitle: (row) => <OrganizationLink to={row.organization} />,
  status: (row) => <CreditStatus status={row.status} />,
  facts: (row) => <CreditFacts row={row} />,
  actions: creditActions,
  tabs: [
    {
      key: 'applied',
      label: creditTexts.tabs.applied,
      permission: 'credits.view',
      content: AppliedTab,
    },
    {
      key: 'lines',
      label: creditTexts.tabs.lines,
      permission: 'credits.view',
      shown: (row) => row.lines.length > 0,
      content: LinesTab,
    },
  ],
};

export function CreditPage() {
  return <RecordPage view={view} />;
}

function CreditFacts({ row }: { row: Credit }) {
  const words = creditTexts.fields;
  const facts = [
    { label: words.remaining, value: <span className="tabular">{formatMoney(row.remaining)}</span> },
    { label: words.amount, value: <span className="tabular">{formatMoney(row.amount)}</span> },
    { label: words.source, value: creditTexts.sources[row.source] },
    { label: words.reason, value: row.reason },
    {
      label: words.subscription,
      value: row.subscription ? <NumberLink resource="subscriptions" to={row.subscription} /> : null,
    },
    { label: words.issued_on, value: <DateTime value={row.issued_on} /> },
  ];
  return (
    <Card title={creditTexts.details} className="mb-6">
      <DescriptionList facts={facts} columns={3} />
    </Card>
  );
}
