import { addDays, addMonths, type CalendarDate } from '../../billing/calendar.ts';
import { planCancellation } from '../../billing/cancel.ts';
import { planChange } from '../../billing/change.ts';
import { planPause, planResumption } from '../../billing/pause.ts';
import type { BillingContext, PlannedBooking } from '../../billing/planned-booking.ts';
import { planStart } from '../../billing/start.ts';
import type { SubscriptionState } from '../../billing/subscription.ts';
import type { AppContext } from '../app-context.ts';
import { type Booking, book } from '../commerce/book.ts';
import { bookAllDue } from '../commerce/book-all-due.ts';
import { plansIn, versionsOf } from '../commerce/due.ts';
import { type SubscriptionRow, stateOf } from '../commerce/state.ts';
import { today } from '../commerce/today.ts';
import { newId } from '../db/id.ts';
import type { NewRow } from '../db/tables.ts';
import { inRequest } from '../http/request-context.ts';
import { demoSupport } from './cases.ts';
import type { DemoCompany } from './company.ts';
import { addDemoMethods, payAsDemo } from './payments.ts';
import { type Random, seededRandom } from './random.ts';
import { type Offer, openDemoShop } from './shop.ts';

type Organization = NewRow<'organizations'>;

/** Days of the month on which something happens: the clock jumps from one to the next. */
const days = [1, 9, 17, 25] as const;
const years = 2;

interface Beginning {
  readonly on: CalendarDate;
  readonly organization: Organization;
  readonly offer: Offer;
  readonly quantity: number;
}

interface Living {
  readonly app: AppContext;
  readonly random: Random;
  readonly offersIn: (currency: string) => Offer[];
}

/**
 * Two years of subscriptions, invoices and payments, made by running billing over a moving clock: what was started is
 * invoiced, changed, paused, cancelled, paid late or not at all, on its day and by the same rules as tomorrow.
 */
export async function liveThroughHistory(app: AppContext, company: DemoCompany): Promise<void> {
  const end = await today(app);
  const first = addMonths(end, -12 * years);
  const supportBegan = addMonths(end, -18);
  const living: Living = {
    app,
    random: seededRandom(20_260_102),
    offersIn: await openDemoShop(app.db, new Date(`${first}T08:00:00Z`)),
  };
  const beginnings = beginningsOf(living, company, end);
  await addDemoMethods(living, [...new Set(beginnings.map(({ organization }) => organization))]);
  const support = demoSupport(company);
  let before = first;
  for (const day of stepsFrom(first, end)) {
    const since = before;
    before = day;
    await onDay(app, day, end, async (then) => {
      const now = { ...living, app: then };
      await start(
        now,
        beginnings.filter(({ on }) => on > since && on <= day),
        day,
      );
      await bookAllDue({ app: then, today: day });
      if (day.endsWith('-09')) await changeSome(now, day);
      if (!day.endsWith('-09')) await payAsDemo(now, day, end);
      if (day > supportBegan) await support(then);
    });
  }
  // What was issued was sent on its day; the first billing run mails nothing of the past.
  await app.db.raw('update invoices set sent_at = created_at where sent_at is null');
}

function stepsFrom(first: CalendarDate, end: CalendarDate): CalendarDate[] {
  const months = Array.from({ length: 12 * years + 1 }, (_, n) => addMonths(`${first.slice(0, 8)}01`, n));
  const steps = months.flatMap((month) => days.map((day) => addDays(month, day - 1)));
  return [...steps.filter((day) => day > first && day < end), end];
}

/** The app on an earlier morning, with its log. The last day is today, now. */
async function onDay(
  app: AppContext,
  day: CalendarDate,
  end: CalendarDate,
  work: (then: AppContext) => Promise<void>,
): Promise<void> {
  const at = day === end ? app.clock() : new Date(`${day}T09:00:00Z`);
  const context = { requestId: `demo-${day}`, address: null, actor: null, decisionId: null, at };
  await inRequest(context, () => work({ ...app, clock: () => at }));
}

/** Most customers have a subscription from soon after they came, some a second one. */
function beginningsOf({ random, offersIn }: Living, company: DemoCompany, end: CalendarDate): Beginning[] {
  const customers = company.organizations.filter(({ status }) => status !== 'closed');
  return customers.flatMap((organization, index) => {
    const offers = offersIn(organization.currency ?? 'EUR');
    const wanted = index < 8 ? 2 : random.chance(0.55) ? 1 : 0;
    return Array.from({ length: wanted }, (_, n): Beginning => {
      const came = new Date(organization.created_at ?? 0).toISOString().slice(0, 10);
      const offer = index < 8 ? offers[n === 0 ? 1 : 3] : offers[random.below(offers.length)];
      if (!offer) throw new Error('The demo shop has nothing to sell');
      const on = addDays(came, 3 + random.below(40) + 60 * n);
      return { on: on > end ? end : on, organization, offer, quantity: 1 + random.below(12) };
    });
  });
}

async function start({ app, random }: Living, begun: readonly Beginning[], day: CalendarDate): Promise<void> {
  if (begun.length === 0) return;
  const versions = await versionsOf(
    app,
    [],
    begun.map(({ offer }) => offer.versionId),
  );
  const bookings = begun.map(({ organization, offer, quantity }): Booking => {
    const request = {
      planVersionId: offer.versionId,
      quantity,
      startsOn: day,
      autoRenew: random.chance(0.85),
      withTrial: random.chance(0.5),
      currency: organization.currency ?? 'EUR',
    };
    const planned = planStart(request, contextOf(plansIn(versions), day, organization));
    const place = { organizationId: organization.id, billedId: organization.id, billTo: 'customer' as const };
    return {
      id: newId(),
      before: null,
      ...place,
      planned: [planned],
      versions,
      draftId: null,
      action: 'subscriptions.create',
    };
  });
  await book({ app, bookings, userId: begun[0]?.organization.account_executive_id ?? null });
}

function contextOf(
  versions: BillingContext['versions'],
  day: CalendarDate,
  { payment_terms_days = 30 }: Pick<Organization, 'payment_terms_days'>,
): BillingContext {
  return { today: day, versions, paymentTermsDays: payment_terms_days };
}

type Plan = (state: SubscriptionState, context: BillingContext) => PlannedBooking;

/** A few of those that run: more or fewer seats, another plan, a pause, an end. What the rules refuse does not happen. */
async function changeSome(living: Living, day: CalendarDate): Promise<void> {
  const { app, random } = living;
  const rows = await app.db.q
    .selectFrom('subscriptions')
    .selectAll()
    .where('status', 'in', ['active', 'paused'])
    .where('cancellation_on', 'is', null)
    .orderBy('number')
    .execute();
  const chosen = rows.filter(({ status }) => random.chance(status === 'paused' ? 0.6 : 0.06));
  const versions = await versionsOf(
    app,
    chosen,
    chosen.flatMap(({ currency }) => living.offersIn(currency).map(({ versionId }) => versionId)),
  );
  const bookings = chosen.flatMap((row): Booking[] => {
    const planned = attempt(() =>
      changeFor(living, row)(stateOf(row), contextOf(plansIn(versions), day, {})),
    );
    if (!planned) return [];
    const place = { organizationId: row.organization_id, billedId: row.organization_id, billTo: row.bill_to };
    return [
      {
        id: row.id,
        before: row,
        ...place,
        planned: [planned],
        versions,
        draftId: null,
        action: 'subscriptions.change',
      },
    ];
  });
  if (bookings.length > 0) await book({ app, bookings, userId: null });
}

function changeFor({ random, offersIn }: Living, row: SubscriptionRow): Plan {
  if (row.status === 'paused') return planResumption;
  const luck = random.below(20);
  if (luck < 3) {
    const reason = random.pick(['No longer needed', 'Too expensive', 'Moved to another provider']);
    return (state, context) => planCancellation(state, { when: 'end_of_period', reason }, context);
  }
  if (luck < 5) return planPause;
  if (luck < 9) {
    const others = offersIn(row.currency).filter(({ versionId }) => versionId !== row.plan_version_id);
    const planVersionId = others[random.below(others.length)]?.versionId ?? '';
    return (state, context) => planChange(state, { planVersionId, when: 'next_period' }, context);
  }
  const quantity = Math.max(1, row.quantity + random.below(7) - 2);
  return (state, context) => planChange(state, { quantity, when: 'immediately' }, context);
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
