import type { BillingContext, PlannedBooking } from '../../../billing/planned-booking.ts';
import type { SubscriptionState } from '../../../billing/subscription.ts';
import type { PermissionOn } from '../../../catalog/catalog.ts';
import type { AppContext } from '../../app-context.ts';
import { lockAccounts } from '../../commerce/account.ts';
import { billedAccount } from '../../commerce/billed-account.ts';
import { broughtUpToDate, versionsOf } from '../../commerce/due.ts';
import { type Proposal, propose } from '../../commerce/proposal.ts';
import { type SubscriptionRow, stateOf } from '../../commerce/state.ts';
import { today } from '../../commerce/today.ts';
import type { SessionSubject } from '../../http/session-subject.ts';

/** One of billing's answers to what is asked of a subscription. */
export type Plan = (state: SubscriptionState, context: BillingContext) => PlannedBooking;

interface Asked {
  readonly app: AppContext;
  readonly subject: SessionSubject;
  readonly permission: PermissionOn<'subscriptions' | 'orders'>;
  /** Held by the caller. */
  readonly record: SubscriptionRow;
  readonly planVersionId?: string | undefined;
  readonly plan: Plan;
}

/** Something about a subscription that exists; what fell due of it is booked first. */
export async function proposeChange({
  app,
  subject,
  permission,
  record,
  planVersionId,
  plan,
}: Asked): Promise<Proposal> {
  const day = await today(app);
  const row = await broughtUpToDate(app, record, day);
  const { organization_id, partner_id, bill_to } = row;
  const accounts = await lockAccounts(
    app.db,
    [organization_id, partner_id].filter((id) => id !== null),
  );
  const organization = accounts.get(organization_id);
  if (!organization) throw new Error('A subscription has lost its organization');
  return propose({
    app,
    subject,
    permission,
    today: day,
    before: row,
    organizationId: organization_id,
    billTo: bill_to,
    billed: billedAccount(organization, bill_to, accounts),
    versions: await versionsOf(app, [row], planVersionId ? [planVersionId] : []),
    plan: (context) => plan(stateOf(row), context),
  });
}
