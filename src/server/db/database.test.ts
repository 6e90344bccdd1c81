import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import type { Database } from './database.ts';

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
  await db.script('create table notes (id int primary key, text text)');
});
beforeEach(() => db.script('delete from notes'));
afterAll(() => db.close());

async function add(id: number): Promise<void> {
  await db.raw('insert into notes values ($1, $2)', [id, `note ${id}`]);
}

async function noted(): Promise<number[]> {
  const rows = await db.raw<{ id: number }>('select id from notes order by id');
  return rows.map(({ id }) => id);
}

function conflict(code: string): Error {
  return Object.assign(new Error('conflict'), { code });
}

test('both engines answer the same values', async () => {
  const [row] = await db.raw(
    `select $1::int8 as whole, sum($1::int8) as sum, $2::jsonb as json, $3::bytea as bytes, $4::date as day,
      $5::timestamptz as moment, array['a', 'b'] as texts, current_setting('TimeZone') as zone, true as yes`,
    [7, '[{"a":1}]', Buffer.from([1, 255]), '2026-02-28', new Date('2026-03-29T01:30:00.123Z')],
  );
  expect(row).toEqual({
    whole: 7,
    sum: 7,
    json: [{ a: 1 }],
    bytes: Buffer.from([1, 255]),
    day: '2026-02-28',
    moment: new Date('2026-03-29T01:30:00.123Z'),
    texts: ['a', 'b'],
    zone: 'UTC',
    yes: true,
  });
});

test('a number that would lose digits is an error, never a wrong amount', async () => {
  await expect(db.raw('select $1::int8 as n', ['9007199254740993'])).rejects.toThrow(RangeError);
  expect(await db.raw('select 1 as n')).toEqual([{ n: 1 }]);
});

test('a refused transaction leaves nothing, a finished one all of it', async () => {
  await expect(
    db.transaction(async () => {
      await add(1);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await noted()).toEqual([]);
  expect(await db.transaction(() => add(2).then(() => 'done'))).toBe('done');
  expect(await noted()).toEqual([2]);
});

test('a nested transaction joins the one around it', async () => {
  await expect(
    db.transaction(async () => {
      await db.transaction(() => add(1));
      expect(await noted()).toEqual([1]);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await noted()).toEqual([]);
});

test('a handle taken before the transaction belongs to it inside', async () => {
  const outer = db.q;
  await expect(
    db.transaction(async () => {
      await outer.insertInto('installation').values({ key: 'outer', value: '1' }).execute();
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await outer.selectFrom('installation').selectAll().execute()).toEqual([]);
  await expect(db.q.transaction().execute(async () => {})).rejects.toThrow('Use transaction()');
});

test('others do not read or join what a transaction has not committed', async () => {
  const { promise: written, resolve: hasWritten } = Promise.withResolvers<void>();
  const first = db.transaction(async () => {
    await add(1);
    hasWritten();
    await new Promise((resolve) => setTimeout(resolve, 50));
    throw new Error('no');
  });
  await written;
  const second = db.transaction(() => add(2));
  const seen = noted();
  await expect(first).rejects.toThrow('no');
  await second;
  expect(await seen).not.toContain(1);
  expect(await noted()).toEqual([2]);
});

test('work that nobody awaited is refused when its transaction is over', async () => {
  let late: Promise<void> | undefined;
  await db.transaction(async () => {
    late = new Promise((resolve) => setTimeout(resolve, 20)).then(() => add(1));
    late.catch(() => {});
  });
  await expect(late).rejects.toThrow('over');
  expect(await noted()).toEqual([]);
});

test.each(['40001', '40P01'])('a conflict (%s) runs the work again', async (code) => {
  let runs = 0;
  await db.transaction(async () => {
    runs += 1;
    await add(runs);
    if (runs < 3) throw conflict(code);
  });
  expect(runs).toBe(3);
  expect(await noted()).toEqual([3]);
});

test('it gives up after five conflicts, and at once after any other error', async () => {
  let runs = 0;
  const always = (code: string) => () => {
    runs += 1;
    return Promise.reject(conflict(code));
  };
  await expect(db.transaction(always('40001'))).rejects.toThrow('conflict');
  expect(runs).toBe(5);
  await expect(db.transaction(always('23505'))).rejects.toThrow('conflict');
  expect(runs).toBe(6);
});

test('of two transactions that block each other, one runs again and both succeed', async () => {
  if (db.engine === 'embedded') return;
  await add(1);
  await add(2);
  const runs: number[] = [];
  const touch = (id: number) => db.raw('update notes set text = $1 where id = $2', ['touched', id]);
  let held = 0;
  const { promise: bothHoldOne, resolve: met } = Promise.withResolvers<void>();
  const crossing = (first: number, second: number) =>
    db.transaction(async () => {
      runs.push(first);
      await touch(first);
      held += 1;
      if (held === 2) met();
      await bothHoldOne;
      await touch(second);
    });
  await Promise.all([crossing(1, 2), crossing(2, 1)]);
  // The one that is run again may be quicker than the one that waits for its lock, and block it once more.
  expect(runs.length).toBeGreaterThanOrEqual(3);
  const notes = await db.raw<{ text: string }>('select text from notes where id in (1, 2)');
  expect(notes.map(({ text }) => text)).toEqual(['touched', 'touched']);
});

test('effects run once, after the commit, outside the transaction', async () => {
  const seen: number[][] = [];
  let runs = 0;
  await db.transaction(async () => {
    runs += 1;
    db.afterCommit(async () => {
      seen.push(await noted());
    });
    await add(runs);
    if (runs === 1) throw conflict('40001');
  });
  expect(seen).toEqual([[2]]);
  await expect(
    db.transaction(async () => {
      db.afterCommit(() => {
        seen.push([]);
      });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(seen).toHaveLength(1);
});

test('a statement whose error was swallowed cannot pass for a commit', async () => {
  await add(1);
  await expect(
    db.transaction(async () => {
      await add(2);
      await add(1).catch(() => {});
    }),
  ).rejects.toThrow('nobody said so');
  expect(await noted()).toEqual([1]);
});

test('a savepoint fails alone, and takes its effects with it', async () => {
  const effects: string[] = [];
  await add(1);
  await db.transaction(async () => {
    await add(2);
    await db
      .savepoint(async () => {
        db.afterCommit(() => void effects.push('undone'));
        await add(3);
        await add(1);
      })
      .catch(() => {});
    await db.savepoint(() => add(4));
    db.afterCommit(() => void effects.push('kept'));
  });
  expect(await noted()).toEqual([1, 2, 4]);
  expect(effects).toEqual(['kept']);
});

test('statements of one transaction may be asked for at once', async () => {
  await db.transaction(() => Promise.all([1, 2, 3, 4].map(add)));
  expect(await noted()).toEqual([1, 2, 3, 4]);
});

test('statements with parameters are prepared under a name', async () => {
  if (db.engine === 'embedded') return;
  const prepared = await db.transaction(async () => {
    await db.raw('select $1::int as named', [1]);
    return db.raw<{ name: string }>(
      `select name from pg_prepared_statements where statement like '%as named'`,
    );
  });
  expect(prepared).toHaveLength(1);
});

test('a table that changed under a prepared statement is read again on a fresh connection', async () => {
  const read = () => db.transaction(() => db.raw('select * from notes where id = $1', [1]));
  await add(1);
  for (let n = 0; n < 3; n += 1) await read();
  await db.script('alter table notes add column more int');
  expect(await read()).toEqual([{ id: 1, text: 'note 1', more: null }]);
});
