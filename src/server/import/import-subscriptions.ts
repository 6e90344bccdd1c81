import { decide } from '../../access/decide.ts';
import { booking } from '../../billing/documents.ts';
import { takeOver } from '../../billing/take-over.ts';
import { accountFor } from '../commerce/account.ts';
import { book } from '../commerce/book.ts';
import { plansIn, versionsOf } from '../commerce/due.ts';
import { byTheRules } from '../commerce/refusals.ts';
import { today } from '../commerce/today.ts';
import { newId } from '../db/id.ts';
import type { Row } from '../db/tables.ts';
import { claimRow, knownRows, organizationsNamed, planKnown } from './fingerprint.ts';
import { importedPlans, type PlanFinder } from './imported-plans.ts';
import {
  type CellProblem,
  type Importer,
  type ImportRow,
  type ImportRun,
  type Plan,
  refuse,
} from './importer.ts';
import { readSubscription, type SubscriptionCells, subscriptionFields } from './subscription-fields.ts';

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
    const importing = { run, day, plans: importedPlans(run, priced) };
    return (row) => {
      const before = known.get(row.cells.external_id ?? '');
      if (before) return planKnown(before.fingerprint, row.cells, 'subscription');
      return planRow(importing, row, reads.get(row.row));
    };
  },
};

interface Importing {
  readonly run: ImportRun;
  readonly day: string;
  readonly plans: PlanFinder;
}

type ReadRow =
  | { readonly organizationId: string; readonly currency: string; readonly values: SubscriptionCells }
  | { readonly problems: readonly CellProblem[] };

/** Hidden organizations are answered like missing ones. */
function readRow(
  { subject, dateFormat }: ImportRun,
  { cells }: ImportRow,
  found: Row<'organizations'> | undefined,
  day: string,
): ReadRow {
  if (!found || !decide(subject, 'organizations.view', found).allowed)
    return { problems: [{ field: 'organization', message: 'There is no such organization' }] };
  const { id: organizationId, currency } = found;
  const read = readSubscription(cells, { dateFormat, currency, today: day });
  return 'problems' in read ? read : { organizationId, currency, values: read.values };
}

function planRow(importing: Importing, { cells }: ImportRow, read: ReadRow | undefined): Plan {
  if (!read) return refuse('', 'The row was not read');
  if ('problems' in read) return { verdict: 'refuse', problems: read.problems };
  return { verdict: 'create', apply: () => takeIn(importing, cells, read.organizationId, read.values) };
}

async function takeIn(
  { run, day, plans }: Importing,
  cells: ImportRow['cells'],
  organizationId: string,
  values: SubscriptionCells,
): Promise<void> {
  const { app, subject, source } = run;
  const account = await accountFor(app, subject, organizationId, 'subscriptions.import');
  const planVersionId = await plans(values, account.currency);
  const versions = await versionsOf(app, [], [planVersionId]);
  const { plan: _plan, billing_period: _period, ...rest } = values;
  const state = byTheRules('subscriptions.import', null, () =>
    takeOver(
      { ...rest, planVersionId, currentPeriodPaid: false },
      { today: day, versions: plansIn(versions), paymentTermsDays: account.payment_terms_days },
    ),
  );
  const id = newId();
  await book({
    app,
    userId: subject.userId,
    bookings: [
      {
        id,
        before: null,
        organizationId: account.id,
        billTo: 'customer',
        billedId: account.id,
        planned: [booking(state)],
        versions,
        draftId: null,
        action: 'subscriptions.import',
      },
    ],
  });
  const claim = { source, resource: 'subscriptions', external_id: cells.external_id ?? '', record_id: id };
  await claimRow(app.db, claim, cells);
}
