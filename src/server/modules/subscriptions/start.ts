import type { z } from 'zod';
import type { CalendarDate } from '../../../billing/calendar.ts';
import { planStart } from '../../../billing/start.ts';
import type { Permission } from '../../../catalog/catalog.ts';
import type { subscriptionStart } from '../../../contract/subscriptions.ts';
import type { AppContext } from '../../app-context.ts';
import { accountFor } from '../../commerce/account.ts';
import { chosenAccount } from '../../commerce/billed-account.ts';
import { versionsOf } from '../../commerce/due.ts';
import { type Proposal, propose } from '../../commerce/proposal.ts';
import { today } from '../../commerce/today.ts';
import type { SessionSubject } from '../../http/session-subject.ts';

type Start = z.output<z.ZodObject<typeof subscriptionStart>>;

export interface StartRequest extends Start {
  readonly organization_id: string;
  /** The draft order that is placed with it. */
  readonly draftId?: string;
}

/** A new subscription, for an organization in which the person may start one. */
export async function proposeStart(
  app: AppContext,
  subject: SessionSubject,
  permission: Permission,
  request: StartRequest,
): Promise<Proposal> {
  const account = await accountFor(app, subject, request.organization_id, 'subscriptions.create');
  const billed = await chosenAccount(app, subject, account, request.bill_to);
  const day: CalendarDate = await today(app);
  return propose({
    app,
    subject,
    permission,
    today: day,
    before: null,
    organizationId: account.id,
    billTo: request.bill_to,
    billed,
    versions: await versionsOf(app, [], [request.plan_version_id]),
    ...(request.draftId ? { draftId: request.draftId } : {}),
    plan: (context) =>
      planStart(
        {
          planVersionId: request.plan_version_id,
          quantity: request.quantity,
          startsOn: request.starts_on ?? day,
          autoRenew: request.auto_renew,
          withTrial: request.with_trial,
          currency: account.currency,
        },
        context,
      ),
  });
}
