import { booking } from '../../billing/documents.ts';
import { takeOver } from '../../billing/take-over.ts';
import { type Account, lockAccounts, requireAccount } from '../commerce/account.ts';
import { type Booking, book, type Versions } from '../commerce/book.ts';
import { plansIn, versionsOf } from '../commerce/due.ts';
import { byTheRules } from '../commerce/refusals.ts';
import { today } from '../commerce/today.ts';
import { newId } from '../db/id.ts';
import type { Row } from '../db/tables.ts';
import { claimRows, knownRows, noSuchOrganization, organizationsNamed, planKnown } from './fingerprint.ts';
import { importedPlans } from './imported-plans.ts';
import {
  type Batch,
  type CellProblem,
  type Importer,
  type ImportRow,
  type ImportRun,
  type Plan,
  refuse,
} from './importer.ts';
import { readSubscription, type SubscriptionCells, subscriptionFields } from './subscription-fields.ts';
import { planEach, readOf } from './write-batch.ts';

export const subscriptionImporter: Importer<'subscriptions'> = {
  resource: 'subscriptions',
  permission: 'subscriptions.import',
  fields: subscriptionFields,
  keyField: 'external_id',
  keyOf: (cells) => cells.external_id ?? '',
  labelOf: (cells) => cells.external_id ?? '',
  prepare: async (run, rows) => {
    const cells = rows.map((row) => row.cells);
    const known = await knownRows(
      run,
      'subscriptions',
      cells.map(({ external_id = '' }) => external_id),
    );
    const organizations = await organizationsNamed(
      run,
      cells.map(({ organization = '' }) => organization),
    );
    const day = await today(run.app);
    const reads = new Map(
      rows.map((row) => [row.row, readRow(run, row, organizations.get(row.cells.organization ?? ''), day)]),
    );
    const priced = [...reads.values()].flatMap((read) => ('values' in read ? [read] : []));
    const good = new Map(
      [...reads].flatMap(([row, read]) => ('values' in read ? [[row, read] as const] : [])),
    );
    const batch = batchOf({ run, day, priced }, good);
    return (row) => {
      const before = known.get(row.cells.external_id ?? '');
      if (before) return planKnown(before.fingerprint, row.cells, 'subscription');
      return planRow(batch, reads.get(row.row));
    };
  },
};

interface Importing {
  readonly run: ImportRun;
  readonly day: string;
  /** What a plan that is missing takes its price from. */
  readonly priced: readonly GoodRow[];
}

interface GoodRow {
  readonly cells: ImportRow['cells'];
  readonly organizationId: string;
  readonly currency: string;
  readonly values: SubscriptionCells;
}

type ReadRow = GoodRow | { readonly problems: readonly CellProblem[] };

function readRow(
  { dateFormat }: ImportRun,
  { cells }: ImportRow,
  found: Row<'organizations'> | undefined,
  day: string,
): ReadRow {
  if (!found) return { problems: [noSuchOrganization] };
  const { id: organizationId, currency } = found;
  const read = readSubscription(cells, { dateFormat, currency, today: day });
  return 'problems' in read ? read : { cells, organizationId, currency, values: read.values };
}

function planRow(batch: Batch, read: ReadRow | undefined): Plan {
  if (!read) return refuse('', 'The row was not read');
  return 'problems' in read ? { verdict: 'refuse', problems: read.problems } : { verdict: 'create', batch };
}

interface Taken extends GoodRow {
  readonly id: string;
  readonly account: Account;
  readonly planVersionId: string;
}

/** Subscriptions as they stand in the system they come from, with their plans. */
function batchOf(importing: Importing, reads: ReadonlyMap<number, GoodRow>): Batch {
  const { run, priced } = importing;
  const { app, subject } = run;
  return {
    write: async (rows) => {
      // Anew: plans that an earlier try added went with it.
      const plans = importedPlans(run, priced);
      const wanted = rows.flatMap((row) => reads.get(row)?.organizationId ?? []);
      const accounts = await lockAccounts(app.db, wanted);
      const found = await planEach(rows, async (row): Promise<[number, Taken]> => {
        const read = readOf(reads, row);
        const account = requireAccount(subject, accounts.get(read.organizationId), 'subscriptions.import');
        const planVersionId = await plans(read.values, account.currency);
        return [row, { ...read, id: newId(), account, planVersionId }];
      });
      const taken = new Map(found.planned);
      const versions = await versionsOf(
        app,
        [],
        [...taken.values()].map(({ planVersionId }) => planVersionId),
      );
      const { planned: bookings, refused } = await planEach([...taken.keys()], (row) => {
        return bookingOf(importing, readOf(taken, row), versions);
      });
      await book({ app, userId: subject.userId, bookings });
      const booked = new Set(bookings.map(({ id }) => id));
      const claims = [...taken.values()].filter(({ id }) => booked.has(id));
      await claimRows(
        run,
        'subscriptions',
        claims.map(({ id, cells }) => ({ record_id: id, cells })),
      );
      return new Map([...found.refused, ...refused]);
    },
  };
}

function bookingOf({ day }: Importing, taken: Taken, versions: Versions): Booking {
  const { id, account, planVersionId } = taken;
  const { plan: _plan, billing_period: _period, ...rest } = taken.values;
  const state = byTheRules('subscriptions.import', null, () =>
    takeOver(
      { ...rest, planVersionId, currentPeriodPaid: false },
      { today: day, versions: plansIn(versions), paymentTermsDays: account.payment_terms_days },
    ),
  );
  return {
    id,
    before: null,
    organizationId: account.id,
    billTo: 'customer',
    billedId: account.id,
    planned: [booking(state)],
    versions,
    draftId: null,
    action: 'subscriptions.import',
  };
}
