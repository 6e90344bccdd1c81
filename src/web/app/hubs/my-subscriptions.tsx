import type { Organization } from '../../../contract/organizations.ts';
import { IfCan } from '../../access/use-can.tsx';
import { listActions } from '../../features/subscriptions/subscription-actions.ts';
import { subscriptionList } from '../../features/subscriptions/subscription-list.tsx';
import { RelatedList } from '../../records/related-list.tsx';
import { hubTexts } from '../../texts/hubs.ts';
import { ButtonLink } from '../../ui/text-link.tsx';

const wanted = ['number', 'plan', 'quantity', 'status', 'next_charge', 'term_end'];
const columns = subscriptionList.columns.filter(({ key }) => wanted.includes(key));

/** What the account has, with whatever the reader may do about each; every change shows its lines first. */
export function MySubscriptions({ account }: { account: Organization }) {
  return (
    <RelatedList
      resource="subscriptions"
      label={hubTexts.subscriptions}
      filters={{ organization_id: account.id }}
      sort="-created_at"
      columns={columns}
      rowActions={listActions}
      empty={{ title: hubTexts.noSubscriptionsTitle, text: hubTexts.noSubscriptionsText }}
      actions={
        <IfCan permission="subscriptions.create">
          <ButtonLink to="/subscriptions" search={{ organization_id: account.id, new: '1' }} tone="primary">
            {hubTexts.start}
          </ButtonLink>
        </IfCan>
      }
    />
  );
}
