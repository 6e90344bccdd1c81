import { Suspense } from 'react';
import type { Organization } from '../../../contract/organizations.ts';
import { grants } from '../../access/grants.ts';
import { useAccess } from '../../access/use-access.ts';
import { formatMoney } from '../../lib/format.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { hubTexts } from '../../texts/hubs.ts';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { accountLists, OutstandingInvoices } from './account-lists.tsx';

/** Who the reader's organization is here, what it owes, and everything that was booked for it. */
export function MyAccount({ account }: { account: Organization }) {
  const access = useAccess();
  const { search, patch } = useUrlSearch();
  const lists = accountLists
    .filter(({ permission, only }) => grants(access, permission) && (!only || only === account.kind))
    .map(({ key, label, content: Content }) => ({
      key,
      label,
      content: (
        <Suspense fallback={<Skeleton lines={6} />}>
          <Content account={account} />
        </Suspense>
      ),
    }));
  return (
    <div className="flex flex-col gap-6">
      <Summary account={account} />
      {grants(access, 'invoices.view') ? <OutstandingInvoices account={account} /> : null}
      {lists.length > 0 ? (
        <Tabs
          label={hubTexts.lists}
          tabs={lists}
          value={search.list ?? ''}
          onChange={(list) => patch({ list })}
        />
      ) : null}
    </div>
  );
}

function Summary({ account }: { account: Organization }) {
  const figure = (text: string) => <span className="tabular">{text}</span>;
  const payment = account.last_payment ? (
    <>
      {figure(formatMoney(account.last_payment))} · <DateTime value={account.last_payment_at} />
    </>
  ) : null;
  const facts = [
    { label: hubTexts.organization, value: account.name },
    { label: hubTexts.number, value: figure(account.number) },
    { label: hubTexts.balance, value: figure(formatMoney(account.account_balance)) },
    { label: hubTexts.credit, value: figure(formatMoney(account.credit_balance)) },
    { label: hubTexts.lastPayment, value: payment },
    {
      label: hubTexts.lastInvoice,
      value: account.last_invoice_date ? <DateTime value={account.last_invoice_date} /> : null,
    },
  ];
  return (
    <Card
      title={hubTexts.summary}
      actions={
        <TextLink to="/organizations/$id" params={{ id: account.id }}>
          {hubTexts.details}
        </TextLink>
      }
    >
      <DescriptionList facts={facts} columns={3} />
    </Card>
  );
}
