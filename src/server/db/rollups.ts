import type { Database } from './database.ts';

interface Rollup {
  /** Columns of the table that its rows are counted by. */
  readonly by: readonly string[];
  /** A column of money that is added up. */
  readonly sum: string | null;
}

/** The tables whose rows are counted as they are written, in `<table>_rollup`: for those who see every row. */
export const rollups: Readonly<Record<string, Rollup>> = {
  organizations: { by: ['kind', 'status'], sum: null },
  subscriptions: { by: ['status', 'currency'], sum: 'mrr' },
  invoices: { by: ['status', 'due_on', 'currency'], sum: 'balance' },
  cases: { by: ['status'], sum: null },
};

/**
 * Whether a rollup answers what is asked of its table: rows told apart by expressions on its columns of `r`, and its
 * money as it is. A row of it holds the money of many, so nothing else may be asked of that, not even whether it is 0.
 */
export function isRolledUp(table: string, told: readonly string[], sums: readonly string[]): boolean {
  const rollup = rollups[table];
  if (!rollup) return false;
  const asked = told.flatMap((text) => [...text.matchAll(/\br\.(\w+)/g)].map(([, column]) => column));
  return (
    asked.every((column) => rollup.by.some((one) => one === column)) &&
    sums.every((sum) => rollup.sum !== null && sum === `r.${rollup.sum}`)
  );
}

/** Makes one row of all that say the same; the number of rows that are gone. Writers and readers do not wait for it. */
export async function foldRollups(db: Database): Promise<number> {
  let gone = 0;
  for (const [table, { by, sum }] of Object.entries(rollups)) {
    const columns = [...by, 'records', ...(sum ? [sum] : [])].join(', ');
    const [folded] = await db.raw<{ gone: number }>(`
with read as (delete from ${table}_rollup returning *),
folded as (
  insert into ${table}_rollup (${columns})
  select ${by.join(', ')}, sum(records)${sum ? `, sum(${sum})` : ''} from read group by ${by.join(', ')}
  having sum(records) <> 0${sum ? ` or sum(${sum}) <> 0` : ''} returning 1
)
select ((select count(*) from read) - (select count(*) from folded))::int as gone`);
    gone += folded?.gone ?? 0;
  }
  return gone;
}
