import type { Subscription } from '../../../contract/subscriptions.ts';
import { dayBefore } from '../../bookings/day-before.ts';
import { OpenCaseLink } from '../../cases/open-case-link.tsx';
import { planPrice } from '../../commerce/plan-price.ts';
import { formatDate, formatMoney, formatNumber } from '../../lib/format.ts';
import { subscriptionTexts } from '../../texts/subscriptions.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList, type Fact } from '../../ui/description-list.tsx';
import { NextCharge } from './next-charge.tsx';
import { ScheduledNotices } from './scheduled-notices.tsx';

const words = subscriptionTexts.fields;
const titles = subscriptionTexts.facts;

/** What is scheduled, then the plan, its times and what it is worth. */
export function SubscriptionFacts({ row }: { row: Subscription }) {
  return (
    <div className="mb-6 flex flex-col gap-4">
      <ScheduledNotices row={row} />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <Card
          title={titles.plan}
          actions={<OpenCaseLink organization={row.organization} about={{ subscription_id: row.id }} />}
        >
          <DescriptionList facts={planFacts(row)} columns={1} />
        </Card>
        <Card title={titles.time}>
          <DescriptionList facts={timeFacts(row)} columns={1} />
        </Card>
        <Card title={row.mrr ? titles.money : titles.charges}>
          <DescriptionList facts={moneyFacts(row)} columns={1} />
        </Card>
      </div>
    </div>
  );
}

function planFacts({ plan, quantity, currency, price }: Subscription): readonly Fact[] {
  const { product, name, unit_name } = plan;
  return [
    { label: words.plan, value: subscriptionTexts.planOf(product.name, name) },
    { label: words.price, value: planPrice({ ...plan, currency }) },
    { label: subscriptionTexts.quantityIn(unit_name), value: <Figure>{formatNumber(quantity)}</Figure> },
    { label: words.period_price, value: <Figure>{formatMoney(price)}</Figure> },
  ];
}

function timeFacts(row: Subscription): readonly Fact[] {
  const { starts_on, trial_end, current_period, term, auto_renew, paused_on, ended_on } = row;
  return [
    { label: words.starts_on, value: <DateTime value={starts_on} /> },
    ...(trial_end ? [{ label: words.trial_end, value: <DateTime value={dayBefore(trial_end)} /> }] : []),
    { label: words.current_period, value: current_period && spanOf(current_period) },
    { label: words.term, value: term ? spanOf(term) : subscriptionTexts.evergreen },
    ...(term ? [{ label: words.auto_renew, value: auto_renew ? uiTexts.yes : renewalOf(row) }] : []),
    ...(paused_on ? [{ label: words.paused_on, value: <DateTime value={paused_on} /> }] : []),
    ...(ended_on ? [{ label: words.ended_on, value: <DateTime value={ended_on} /> }] : []),
  ];
}

function moneyFacts(row: Subscription): readonly Fact[] {
  const { mrr, tcv, bill_to, next_charge, organization } = row;
  return [
    { label: words.next_charge, value: next_charge ? <NextCharge row={row} /> : subscriptionTexts.noCharge },
    ...(mrr ? [{ label: words.mrr, value: <Figure>{formatMoney(mrr)}</Figure> }] : []),
    ...(tcv ? [{ label: words.tcv, value: <Figure>{formatMoney(tcv)}</Figure> }] : []),
    {
      label: words.bill_to,
      value: bill_to === 'customer' ? organization.name : subscriptionTexts.billTo.partner,
    },
  ];
}

function renewalOf({ renewal_ordered }: Subscription): string {
  return renewal_ordered ? subscriptionTexts.renewalOrdered : uiTexts.no;
}

/** First and last day. */
function spanOf({ start, end }: { start: string; end: string }): string {
  return subscriptionTexts.span(formatDate(start), formatDate(dayBefore(end)));
}

function Figure({ children }: { children: string }) {
  return <span className="tabular">{children}</span>;
}
