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
  for (const [table, rollup] of Object.entries(rollups)) {
    const keys = rollup.by.join(', ');
    // What stands alone is left where it is: rewritten each time it would only leave room to be cleared.
    const [folded] = await db.raw<{ gone: number }>(`
with several as (select ${keys} from ${table}_rollup group by ${keys} having count(*) > 1),
read as (delete from ${table}_rollup where (${keys}) in (select * from several) returning *),
folded as (${addSums(table, rollup, 'read')})
select ((select count(*) from read) - (select count(*) from folded))::int as gone`);
    gone += folded?.gone ?? 0;
  }
  return gone;
}

/**
 * Counts the tables themselves, and adds what their rollups lack; how many sums were wrong. Only what was written with
 * triggers switched off makes them so. Each is one statement, which sees both by the same snapshot.
 */
export async function recountRollups(db: Database): Promise<number> {
  let wrong = 0;
  for (const [table, rollup] of Object.entries(rollups)) {
    const [keys, money] = [rollup.by.join(', '), rollup.sum];
    const told = `(select ${keys}, 1 as records${money ? `, ${money}` : ''} from ${table}
union all select ${keys}, -records${money ? `, -${money}` : ''} from ${table}_rollup) told`;
    wrong += await db.transaction(async () => {
      // Two at once would both add it. Neither writers nor folding wait for this lock.
      await db.raw(`lock table ${table}_rollup in share update exclusive mode`);
      return (await db.raw(addSums(table, rollup, told))).length;
    });
  }
  return wrong;
}

/** Adds rows to a rollup that say the same as others together, without those that come to nothing. */
function addSums(table: string, { by, sum }: Rollup, from: string): string {
  const keys = by.join(', ');
  return `insert into ${table}_rollup (${keys}, records${sum ? `, ${sum}` : ''})
select ${keys}, sum(records)${sum ? `, sum(${sum})` : ''} from ${from} group by ${keys}
having sum(records) <> 0${sum ? ` or sum(${sum}) <> 0` : ''} returning 1`;
}
