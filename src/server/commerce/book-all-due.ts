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
  const failed: string[] = [];
  const errors: unknown[] = [];
  let sum = { subscriptions: 0, invoices: 0, credits: 0 };
  for (;;) {
    signal?.throwIfAborted();
    const done = await bookBatch({ app, today }, failed, batch).catch((error: unknown) => {
      errors.push(error);
      return null;
    });
    const counts = done ?? (await oneByOne({ app, today }, failed, errors));
    if (counts.subscriptions === 0 && done !== null) break;
    if (counts.subscriptions === 0 && counts.tried === 0) break;
    sum = {
      subscriptions: sum.subscriptions + counts.subscriptions,
      invoices: sum.invoices + counts.invoices,
      credits: sum.credits + counts.credits,
    };
  }
  if (failed.length > 0 && sum.subscriptions === 0) throw errors[0];
  return { ...sum, failed: failed.length };
}

interface Counts {
  readonly subscriptions: number;
  readonly invoices: number;
  readonly credits: number;
  readonly tried: number;
}

const nothing: Counts = { subscriptions: 0, invoices: 0, credits: 0, tried: 0 };

/** `seen` hears of every subscription before it is booked. */
async function bookBatch(
  { app, today }: Work,
  failed: readonly string[],
  limit: number,
  seen: (id: string) => void = () => {},
): Promise<Counts> {
  return app.db.transaction(async () => {
    const rows = await app.db.raw<SubscriptionRow>(dueText, [today, failed, limit]);
    for (const { id } of rows) seen(id);
    if (rows.length === 0) return nothing;
    const booked = await bookDueOf(app, rows, today);
    return {
      tried: rows.length,
      subscriptions: booked.length,
      invoices: booked.reduce((count, { invoices }) => count + invoices.length, 0),
      credits: booked.reduce((count, { credits }) => count + credits.length, 0),
    };
  });
}

/** After a batch that failed: each of as many alone, so that the one that is at fault is found and left out. */
async function oneByOne(work: Work, failed: string[], errors: unknown[]): Promise<Counts> {
  let sum = nothing;
  for (let tried = 0; tried < batch; tried += 1) {
    let current: string | undefined;
    try {
      const one = await bookBatch(work, failed, 1, (id) => {
        current = id;
      });
      if (one.tried === 0) break;
      sum = {
        tried: sum.tried + 1,
        subscriptions: sum.subscriptions + one.subscriptions,
        invoices: sum.invoices + one.invoices,
        credits: sum.credits + one.credits,
      };
    } catch (error) {
      if (current === undefined) throw error;
      failed.push(current);
      errors.push(error);
      sum = { ...sum, tried: sum.tried + 1 };
    }
  }
  return sum;
}
