import { planCancellation } from '../../../billing/cancel.ts';
import { planChange } from '../../../billing/change.ts';
import { planPause, planResumption } from '../../../billing/pause.ts';
import { planAutoRenew, planRenewal } from '../../../billing/renew.ts';
import { planUndo } from '../../../billing/undo.ts';
import type { PermissionOn } from '../../../catalog/catalog.ts';
import type { subscriptionRoutes } from '../../../contract/subscriptions.ts';
import type { AppContext } from '../../app-context.ts';
import { bookingHandlers } from '../../commerce/booking-handlers.ts';
import type { SubscriptionRow } from '../../commerce/state.ts';
import { given } from '../../given.ts';
import type { Handlers } from '../../http/handlers.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { subscriptionImporter } from '../../import/import-subscriptions.ts';
import { importHandlers } from '../../import/routes.ts';
import { exportHandler, historyHandler, readHandlers } from '../../records/read-handlers.ts';
import { requireCancel } from './cancel.ts';
import { type Plan, proposeChange } from './change.ts';
import { subscriptionExport } from './export.ts';
import { subscriptions } from './records.ts';
import { proposeStart } from './start.ts';

export function subscriptionHandlers(app: AppContext): Handlers<typeof subscriptionRoutes> {
  return {
    ...readHandlers(app, subscriptions),
    ...exportHandler(app, subscriptionExport),
    ...historyHandler(app, subscriptions),
    ...importHandlers(app, subscriptionImporter),
    ...bookingHandlers('/subscriptions', ({ subject, body }) =>
      proposeStart(app, subject, 'subscriptions.create', body),
    ),
    ...changeHandlers(app),
    ...cancelHandlers(app),
  };
}

interface Used {
  readonly subject: SessionSubject;
  readonly record: SubscriptionRow;
}

/** A proposal about the record of the route. */
function proposing(app: AppContext, permission: PermissionOn<'subscriptions'>) {
  return ({ subject, record }: Used, plan: Plan, planVersionId?: string) =>
    proposeChange({ app, subject, record, permission, plan, planVersionId });
}

function changeHandlers(app: AppContext) {
  const change = proposing(app, 'subscriptions.change');
  const edit = proposing(app, 'subscriptions.edit');
  const renew = proposing(app, 'subscriptions.renew');
  const pause = proposing(app, 'subscriptions.pause');
  const resume = proposing(app, 'subscriptions.resume');
  return {
    ...bookingHandlers('/subscriptions/:id/change', (asked) => {
      const { plan_version_id: planVersionId, quantity, when } = asked.body;
      const request = { ...given({ planVersionId, quantity }), when };
      return change(asked, (state, context) => planChange(state, request, context), planVersionId);
    }),
    ...bookingHandlers('/subscriptions/:id/undo-change', (asked) =>
      change(asked, (state, context) => planUndo(state, 'change', context)),
    ),
    ...bookingHandlers('/subscriptions/:id/auto-renew', (asked) =>
      edit(asked, (state, context) => planAutoRenew(state, asked.body.auto_renew, context)),
    ),
    ...bookingHandlers('/subscriptions/:id/renew', (asked) => renew(asked, planRenewal)),
    ...bookingHandlers('/subscriptions/:id/undo-renewal', (asked) =>
      renew(asked, (state, context) => planUndo(state, 'renewal', context)),
    ),
    ...bookingHandlers('/subscriptions/:id/pause', (asked) => pause(asked, planPause)),
    ...bookingHandlers('/subscriptions/:id/resume', (asked) => resume(asked, planResumption)),
  };
}

function cancelHandlers(app: AppContext) {
  const cancel = proposing(app, 'subscriptions.cancel');
  const cancelOn = proposing(app, 'subscriptions.choose_date');
  return {
    ...bookingHandlers('/subscriptions/:id/cancel', (asked) =>
      cancel(asked, (state, context) => planCancellation(state, asked.body, context)),
    ),
    ...bookingHandlers('/subscriptions/:id/cancel-on', (asked) => {
      requireCancel(asked.subject, asked.record);
      const request = { when: 'date', ...asked.body } as const;
      return cancelOn(asked, (state, context) => planCancellation(state, request, context));
    }),
    ...bookingHandlers('/subscriptions/:id/undo-cancellation', (asked) =>
      cancel(asked, (state, context) => planUndo(state, 'cancellation', context)),
    ),
  };
}
