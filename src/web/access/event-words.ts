import { eventTexts as texts } from '../texts/history-events.ts';
import { actionLabel } from './action-label.ts';
import { type Change, isUuid, type Names, valueWords } from './change-words.ts';

type Event = { action: string; changes: readonly Change[]; names: Names };

/** What an entry of the log tells, in words: "Changed plan from Basic to Pro", "Paid €25.70". */
export function eventPhrase(event: Event): string {
  const { action } = event;
  return particular(event) ?? texts.actions[action] ?? texts.verbs[verbOf(action)] ?? actionLabel(action);
}

function verbOf(action: string): string {
  return action.slice(action.indexOf('.') + 1);
}

/** Where the changes say more than the action alone. */
function particular(event: Event): string | undefined {
  const said = (field: string) => newValue(event, field);
  switch (event.action) {
    case 'subscriptions.change':
      return changeOfPlan(event) ?? waiting(event, 'waiting_change', texts.waiting.change);
    case 'subscriptions.cancel':
      return statusAfter(event) === 'cancelled'
        ? undefined
        : waiting(event, 'no_service_from', texts.waiting.cancellation);
    case 'subscriptions.renew':
      return waiting(event, 'another_term_ordered', texts.waiting.renewal);
    case 'invoices.pay':
      return put(texts.paid, said('amount')) ?? put(texts.paidWithCredit, said('credit_applied'));
    case 'invoices.book':
    case 'credits.book':
    case 'credits.issue':
      return put(texts.issued, said('amount'));
    case 'invoices.send':
      return put(texts.sentTo, said('sent_to'));
    case 'payments.refund':
      return put(texts.refund, said('refund'));
    case 'payments.settle':
      return outcomeOf(event);
    case 'credits.apply':
      return put(texts.appliedTo, said('invoice'));
    case 'organizations.assign':
      return put(texts.movedTo, said('account_executive_id') ?? said('partner_account_executive_id'));
    default:
      return undefined;
  }
}

function put(phrase: (value: string) => string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : phrase(value);
}

/** The new value of a field in words; nothing where there is none, or one that the reader is not told. */
function newValue({ changes, names }: Event, field: string): string | undefined {
  const value = changes.find((change) => change.field === field)?.to;
  if (value === null || value === undefined || (isUuid(value) && !names[value])) return undefined;
  return valueWords(value, { field, names });
}

/** Ordered for later, or such an order taken back; nothing where the change was made at once. */
function waiting(
  { changes }: Event,
  field: string,
  words: { ordered: string; undone: string },
): string | undefined {
  const change = changes.find((one) => one.field === field);
  if (!change) return undefined;
  return change.to ? words.ordered : words.undone;
}

function statusAfter({ changes }: Event): unknown {
  return changes.find(({ field }) => field === 'status')?.to;
}

function changeOfPlan({ changes, names }: Event): string | undefined {
  const told = (field: string, word: string) => {
    const change = changes.find((one) => one.field === field);
    if (!change || [change.from, change.to].some((value) => isUuid(value) && !names[value])) return undefined;
    const words = (value: unknown) => valueWords(value, { field, names });
    return texts.fromTo(word, words(change.from), words(change.to));
  };
  const plan = told('plan', texts.plan) ?? told('plan_version_id', texts.plan);
  return plan ?? told('quantity', texts.quantity);
}

function outcomeOf({ changes }: Event): string | undefined {
  const to = (field: string) => changes.find((change) => change.field === field)?.to;
  if (to('refund_failure')) return texts.refundFailed;
  if (to('refunded')) return texts.refunded;
  if (to('status') === 'succeeded') return texts.succeeded;
  return to('status') === 'failed' ? texts.failed : undefined;
}
