import { planCancellation } from '../../src/billing/cancel.ts';
import { planChange } from '../../src/billing/change.ts';
import { planPause, planResumption } from '../../src/billing/pause.ts';
import type { PlannedBooking } from '../../src/billing/planned-booking.ts';
import { planAutoRenew, planRenewal } from '../../src/billing/renew.ts';
import { planStart } from '../../src/billing/start.ts';
import { changeTimings, type SubscriptionState } from '../../src/billing/subscription.ts';
import { planUndo } from '../../src/billing/undo.ts';
import { addSubscription } from './billing-books.ts';
import {
  type Action,
  contextOf,
  daysFromToday,
  moveZone,
  previewAndBook,
  todayOf,
  type World,
} from './billing-history.ts';
import { currency, issueCredit, nextId } from './billing-ledger.ts';
import { pay, refund, voidCredit, voidInvoice } from './billing-money.ts';
import { plans } from './billing-plans.ts';

const planIds = plans.map(({ id }) => id);

function pick<T>(list: readonly T[], choice: number): T | undefined {
  return list[choice % Math.max(1, list.length)];
}

const create: Action = (world, { a, b, c }) => {
  if (world.ledger.subscriptions.length >= 3) return false;
  const request = {
    planVersionId: pick(planIds, a) ?? 'basic',
    quantity: 1 + (b % 7),
    startsOn: daysFromToday(world, c % 3 === 0 ? c % 20 : 0),
    autoRenew: b % 3 !== 0,
    withTrial: c % 2 === 0,
    currency,
  };
  addSubscription(world.ledger, planStart(request, contextOf(world)));
  return true;
};

const changePlan: Action = (world, { a, b, c }) => {
  const when = pick(changeTimings, c) ?? 'immediately';
  const planVersionId = pick(planIds, b) ?? 'basic';
  return onSubscription(world, a, (state) => planChange(state, { planVersionId, when }, contextOf(world)));
};

const changeQuantity: Action = (world, { a, b, c }) => {
  const when = pick(changeTimings, c) ?? 'immediately';
  return onSubscription(world, a, (state) =>
    planChange(state, { quantity: 1 + (b % 9), when }, contextOf(world)),
  );
};

const cancel: Action = (world, { a, b, c }) => {
  const reason = 'no longer needed';
  const date = daysFromToday(world, (b % 5) * (b % 17));
  const request = [
    { when: 'end_of_term', reason } as const,
    { when: 'end_of_period', reason } as const,
    { when: 'date', date, reason } as const,
  ][c % 3] ?? { when: 'end_of_period', reason };
  return onSubscription(world, a, (state) => planCancellation(state, request, contextOf(world)));
};

const payDue: Action = (world, { a, b, c }) => {
  const open = openInvoices(world).filter((_, index) => ((a >> index) & 1) === 0);
  const owed = open.reduce((sum, { balance }) => sum + balance, 0);
  const parts = [owed, Math.floor(owed / 3), owed + 1 + (b % 5000), 0] as const;
  const amount = pick(parts, b) ?? owed;
  pay(world.ledger, amount, open, c % 2 === 0, todayOf(world));
  return amount > 0 || c % 2 === 0;
};

const payFails: Action = ({ ledger }, { a }) => {
  ledger.payments.push({ id: nextId('p', ledger.payments), amount: 1 + a, status: 'failed', refunded: 0 });
  return true;
};

const giveBack: Action = ({ ledger }, { a, b }) => {
  const payment = pick(ledger.payments, a);
  if (payment === undefined) return false;
  const left = payment.amount - payment.refunded;
  refund(ledger, payment, b % 3 === 0 ? left : 1 + (b % Math.max(1, left + 1)));
  return true;
};

const withdrawInvoice: Action = (world, { a }) => {
  const invoice = pick(openInvoices(world), a);
  if (invoice === undefined) return false;
  voidInvoice(world.ledger, invoice, todayOf(world));
  return true;
};

const withdrawCredit: Action = ({ ledger }, { a }) => {
  const credit = pick(ledger.credits, a);
  if (credit === undefined) return false;
  voidCredit(ledger, credit);
  return true;
};

const isPaused = (state: SubscriptionState) => state.pausedOn !== null;
const hasChange = (state: SubscriptionState) => state.pendingChange !== null;
const isLeaving = (state: SubscriptionState) => state.cancellation !== null && state.endedOn === null;

const grant: Action = (world, { a }) => {
  issueCredit(world.ledger, 1 + (a % 20_000), todayOf(world), null);
  return true;
};

const move: Action = (world, { a }) => {
  moveZone(world, a);
  return true;
};

/** Everything that happens in a history, by name. */
export const actions = {
  create,
  changePlan,
  changeQuantity,
  cancel,
  pause: (world, { a }) => onSubscription(world, a, (state) => planPause(state, contextOf(world))),
  resume: (world, { a }) =>
    onSubscription(world, a, (state) => planResumption(state, contextOf(world)), isPaused),
  undoChange: (world, { a }) =>
    onSubscription(world, a, (state) => planUndo(state, 'change', contextOf(world)), hasChange),
  undoCancellation: (world, { a }) =>
    onSubscription(world, a, (state) => planUndo(state, 'cancellation', contextOf(world)), isLeaving),
  renew: (world, { a }) => onSubscription(world, a, (state) => planRenewal(state, contextOf(world))),
  autoRenew: (world, { a, b }) =>
    onSubscription(world, a, (state) => planAutoRenew(state, b % 2 === 0, contextOf(world))),
  pay: payDue,
  payFails,
  refund: giveBack,
  credit: grant,
  voidInvoice: withdrawInvoice,
  voidCredit: withdrawCredit,
  moveZone: move,
} as const satisfies Record<string, Action>;

function openInvoices({ ledger }: World) {
  return ledger.invoices.filter(({ status }) => status === 'open');
}

function onSubscription(
  world: World,
  choice: number,
  plan: (state: SubscriptionState) => PlannedBooking,
  preferred: (state: SubscriptionState) => boolean = () => true,
): boolean {
  const { subscriptions } = world.ledger;
  const suited = subscriptions.filter(({ state }) => preferred(state));
  const subscription = pick(suited.length > 0 ? suited : subscriptions, choice);
  if (subscription === undefined) return false;
  previewAndBook(world, subscription, plan);
  return true;
}
