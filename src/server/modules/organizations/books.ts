import type { z } from 'zod';
import { visible } from '../../../access/subject.ts';
import type { organizationRoutes } from '../../../contract/organizations.ts';
import type { AppContext } from '../../app-context.ts';
import { reference, userNames } from '../../db/names.ts';
import { aggregateVisible } from '../../db/visible-aggregate.ts';
import type { SessionSubject } from '../../http/session-subject.ts';

type Route = (typeof organizationRoutes)['GET /organizations/books'];
type By = z.output<Route['query']>['by'];
type Answer = z.output<Route['output']>;

const columns = {
  account_executive: 'account_executive_id',
  partner_account_executive: 'partner_account_executive_id',
} as const satisfies Record<By, string>;

interface BookRow {
  readonly account_executive_id?: string | null;
  readonly partner_account_executive_id?: string | null;
  readonly status: 'active' | 'closed';
  readonly currency: string;
  readonly count: number;
  readonly account_balance: number;
}

/** The book of business of each executive, added up over the organizations that the reader may view. */
export async function booksFor({ db }: AppContext, subject: SessionSubject, by: By): Promise<Answer> {
  const rows = await aggregateVisible<BookRow>(db, visible(subject, 'organizations'), () => ({
    table: 'organizations',
    groupBy: { [columns[by]]: `r.${columns[by]}`, status: 'r.status', currency: 'r.currency' },
    sums: { account_balance: 'r.account_balance' },
  }));
  const books = Map.groupBy(rows, (row) => row[columns[by]] ?? null);
  const names = await userNames(db, books.keys());
  const items = [...books].flatMap(([id, of]) => {
    const executive = reference(names, id);
    return executive ? [{ executive, ...addedUp(of) }] : [];
  });
  return { items };
}

function addedUp(rows: readonly BookRow[]) {
  const active = rows.filter(({ status }) => status === 'active');
  const owed = Map.groupBy(rows, ({ currency }) => currency);
  const balances = [...owed].map(([currency, of]) => ({
    currency,
    amount: of.reduce((sum, { account_balance }) => sum + Number(account_balance), 0),
  }));
  return {
    organizations: active.reduce((sum, { count }) => sum + Number(count), 0),
    balances: balances.filter(({ amount }) => amount !== 0),
  };
}
