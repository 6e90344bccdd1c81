import { planNextDue } from '../../src/billing/advance.ts';
import { addDays, type CalendarDate, calendarDateAt } from '../../src/billing/calendar.ts';
import { canonicalJson } from '../../src/billing/canonical-json.ts';
import type { BillingContext, BillingLine, PlannedBooking } from '../../src/billing/planned-booking.ts';
import { BillingRefusal, type BillingRefusalCode } from '../../src/billing/refusals.ts';
import { nextDueOn } from '../../src/billing/subscription.ts';
import { book } from './billing-books.ts';
import { expectBalanced } from './billing-invariants.ts';
import { emptyLedger, type Ledger, type LedgerSubscription, once } from './billing-ledger.ts';
import { plans } from './billing-plans.ts';

const day = 86_400_000;
/** The company's clock jumps a whole day between the first two. */
const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'Asia/Kolkata'] as const;

/** An organization, its books, and the company's clock. */
export interface World {
  readonly ledger: Ledger;
  instant: number;
  zone: string;
  readonly outcomes: Map<string, number>;
}

/** One step of a history; `a`, `b` and `c` choose among what there is. */
export interface Step<Name extends string> {
  readonly name: Name;
  readonly daysLater: number;
  readonly jobsRun: boolean;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Answers whether there was anything to do it to. */
export type Action = (world: World, step: Step<string>) => boolean;

export function newWorld(startsOn: CalendarDate): World {
  const instant = Date.parse(`${startsOn}T09:00:00Z`);
  return { ledger: emptyLedger(), instant, zone: 'Europe/Berlin', outcomes: new Map() };
}

export function todayOf(world: World): CalendarDate {
  return calendarDateAt(world.instant, world.zone);
}

export function contextOf(world: World): BillingContext {
  return { today: todayOf(world), versions: plans, paymentTermsDays: 14 };
}

export function moveZone(world: World, choice: number): void {
  world.zone = zones[choice % zones.length] ?? 'Europe/Berlin';
}

/** Runs the history, then the clock to at least a year after its beginning; checks the books after every step. */
export function live<Name extends string>(
  world: World,
  steps: readonly Step<Name>[],
  actions: Readonly<Record<Name, Action>>,
): void {
  const yearLater = world.instant + 366 * day;
  for (const [index, step] of steps.entries()) {
    world.instant += step.daysLater * day;
    if (step.jobsRun) runJobs(world);
    act(world, `${index}`, step, actions[step.name]);
    expectBalanced(world.ledger);
  }
  world.instant = Math.max(world.instant, yearLater);
  runJobs(world);
  expectBalanced(world.ledger);
}

/** Does it, then sends the very same request again: the answer is the same and the books stay as they are. */
function act(world: World, key: string, step: Step<string>, action: Action): void {
  const outcome = once(world.ledger, key, step, () => outcomeOf(() => action(world, step)));
  count(world, `${step.name}: ${outcome}`);
  const before = fingerprint(world.ledger);
  const again = once(world.ledger, key, step, () => outcomeOf(() => action(world, step)));
  if (again !== outcome || fingerprint(world.ledger) !== before)
    throw new Error('a replay changed the books');
}

function count(world: World, what: string): void {
  world.outcomes.set(what, (world.outcomes.get(what) ?? 0) + 1);
}

function outcomeOf(effect: () => boolean): 'done' | 'nothing' | BillingRefusalCode {
  try {
    return effect() ? 'done' : 'nothing';
  } catch (error) {
    if (error instanceof BillingRefusal) return error.code;
    throw error;
  }
}

/** Books what falls due, one thing at a time, for every subscription; run again at once there is nothing left. */
function runJobs(world: World): void {
  const context = contextOf(world);
  for (const subscription of world.ledger.subscriptions) {
    for (let step = nextStep(); step !== null; step = nextStep()) {
      const { promised } = subscription;
      const onPromisedDay = promised !== null && promised.on === step.on;
      const before = subscription.lines.length;
      book(world.ledger, subscription, step.booking);
      if (promised === null || step.on > promised.on) continue;
      subscription.promised = promised;
      if (onPromisedDay && keepsPromise(subscription, subscription.lines.slice(before)))
        count(world, 'promise kept');
    }
    function nextStep() {
      return planNextDue(subscription.state, context);
    }
  }
}

/** What the preview said of a later day is what that day books, line by line. */
function keepsPromise(subscription: LedgerSubscription, lines: readonly BillingLine[]): boolean {
  const { promised, state } = subscription;
  if (promised === null) return false;
  const due = nextDueOn(state);
  if (due !== null && due <= promised.on) return false;
  subscription.promised = null;
  const said = [...promised.invoices, ...promised.credits].flatMap((document) => document.lines);
  if (canonicalJson(said) !== canonicalJson(lines))
    throw new Error('the day brought other lines than announced');
  return true;
}

/** Plans twice, the second time from stored text, and books what was planned: preview and confirmation are one record. */
export function previewAndBook(
  world: World,
  subscription: LedgerSubscription,
  plan: (state: LedgerSubscription['state']) => PlannedBooking,
): void {
  const preview = plan(subscription.state);
  const stored: LedgerSubscription['state'] = JSON.parse(JSON.stringify(subscription.state));
  const confirmed = plan(stored);
  if (canonicalJson(preview) !== canonicalJson(confirmed)) throw new Error('preview and confirmation differ');
  book(world.ledger, subscription, confirmed);
}

function fingerprint({ accountBalance, creditBalance, ...lists }: Ledger): string {
  const { subscriptions, invoices, credits, payments, applications } = lists;
  return JSON.stringify([
    [accountBalance, creditBalance, invoices.length, credits.length, payments.length],
    applications.map(({ amount }) => amount),
    payments.map(({ status, refunded }) => [status, refunded]),
    subscriptions.map(({ state }) => state),
  ]);
}

/** The date some days from today. */
export function daysFromToday(world: World, days: number): CalendarDate {
  return addDays(todayOf(world), days);
}
