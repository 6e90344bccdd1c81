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
      return changeOfPlan(event);
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

function changeOfPlan({ changes, names }: Event): string | undefined {
  const told = (field: string, word: string) => {
    const change = changes.find((one) => one.field === field);
    if (!change || [change.from, change.to].some((value) => isUuid(value) && !names[value])) return undefined;
    const words = (value: unknown) => valueWords(value, { field, names });
    return texts.fromTo(word, words(change.from), words(change.to));
  };
  return told('plan_version_id', texts.plan) ?? told('quantity', texts.quantity);
}

function outcomeOf({ changes }: Event): string | undefined {
  const to = (field: string) => changes.find((change) => change.field === field)?.to;
  if (to('refund_failure')) return texts.refundFailed;
  if (to('refunded')) return texts.refunded;
  if (to('status') === 'succeeded') return texts.succeeded;
  return to('status') === 'failed' ? texts.failed : undefined;
}
