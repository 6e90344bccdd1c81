import type { CalendarDate } from '../../billing/calendar.ts';
import type { AppContext } from '../app-context.ts';
import { bookDueOf } from './due.ts';
import type { SubscriptionRow } from './state.ts';

const batch = 200;

/** Subscriptions of which something is due, held, those of other runs passed over. */
const dueText = `select * from subscriptions where next_due_on <= $1 and id <> all($2::uuid[])
order by next_due_on, id limit $3 for update skip locked`;

interface Work {
  readonly app: AppContext;
  readonly today: CalendarDate;
  readonly signal?: AbortSignal;
}

export interface BookedCounts {
  readonly subscriptions: number;
  readonly invoices: number;
  readonly credits: number;
  /** Could not be booked; they stay due, and the log of the server says why. */
  readonly failed: number;
}

const lanes = 4;

/** The same in a few lanes at once, where the database has a connection for each: while one computes, others write. */
export async function bookAllDueInLanes(work: Work): Promise<BookedCounts> {
  const wanted = work.app.db.engine === 'postgres' ? lanes : 1;
  const done = await Promise.all(Array.from({ length: wanted }, () => bookAllDue(work)));
  const sum = (count: (one: BookedCounts) => number) => done.reduce((total, one) => total + count(one), 0);
  return {
    subscriptions: sum((one) => one.subscriptions),
    invoices: sum((one) => one.invoices),
    credits: sum((one) => one.credits),
    failed: Math.max(...done.map((one) => one.failed)),
  };
}

/**
 * Books everything due by today: periods, renewals, ends of trials, changes, cancellations, expiries. Batch by batch,
 * each in one transaction, so that any number of these may run, and be cut off, anywhere. One subscription that can not
 * be booked holds up no other.
 */
export async function bookAllDue({ app, today, signal }: Work): Promise<BookedCounts> {
  const run: Run = { app, today, passed: [], errors: [] };
  let sum = nothing;
  for (;;) {
    signal?.throwIfAborted();
    const done = await bookBatch(run, batch).catch(() => oneByOne(run));
    if (done.tried === 0) break;
    sum = add(sum, done);
  }
  const { tried: _tried, ...counts } = sum;
  if (run.errors.length > 0 && counts.subscriptions === 0) throw run.errors[0];
  return { ...counts, failed: run.errors.length };
}

interface Run {
  readonly app: AppContext;
  readonly today: CalendarDate;
  /** Looked at, and nothing could be booked: not asked for again by this run. */
  readonly passed: string[];
  readonly errors: unknown[];
}

interface Counts {
  readonly subscriptions: number;
  readonly invoices: number;
  readonly credits: number;
  readonly tried: number;
}

const nothing: Counts = { subscriptions: 0, invoices: 0, credits: 0, tried: 0 };

function add(one: Counts, other: Counts): Counts {
  return {
    subscriptions: one.subscriptions + other.subscriptions,
    invoices: one.invoices + other.invoices,
    credits: one.credits + other.credits,
    tried: one.tried + other.tried,
  };
}

/** `seen` hears of every subscription before it is booked. */
async function bookBatch(
  { app, today, passed }: Run,
  limit: number,
  seen: (id: string) => void = () => {},
): Promise<Counts> {
  const { rows, booked } = await app.db.transaction(async () => {
    const held = await app.db.raw<SubscriptionRow>(dueText, [today, passed, limit]);
    for (const { id } of held) seen(id);
    return { rows: held, booked: held.length > 0 ? await bookDueOf(app, held, today) : [] };
  });
  const done = new Set(booked.map(({ subscription }) => subscription.id));
  passed.push(...rows.map(({ id }) => id).filter((id) => !done.has(id)));
  return {
    tried: rows.length,
    subscriptions: booked.length,
    invoices: booked.reduce((count, { invoices }) => count + invoices.length, 0),
    credits: booked.reduce((count, { credits }) => count + credits.length, 0),
  };
}

/** After a batch that failed: each of as many alone, so that the one that is at fault is found and left out. */
async function oneByOne(run: Run): Promise<Counts> {
  let sum = nothing;
  for (let at = 0; at < batch; at += 1) {
    let current: string | undefined;
    try {
      const one = await bookBatch(run, 1, (id) => {
        current = id;
      });
      if (one.tried === 0) break;
      sum = add(sum, one);
    } catch (error) {
      if (current === undefined) throw error;
      run.passed.push(current);
      run.errors.push(error);
      sum = add(sum, { ...nothing, tried: 1 });
    }
  }
  return sum;
}
