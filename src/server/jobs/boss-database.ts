import type { Db } from 'pg-boss';
import type { Database } from '../db/database.ts';

const ownTransaction = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/;

/**
 * pg-boss over our database: inside a transaction its statements join it. Statements that it wraps in a
 * transaction of their own are given one of ours, which is undone and let go of whatever happens in it.
 */
export function bossDatabase(db: Database): Db {
  return {
    executeSql: async (text, values = []) => {
      if (values.length > 0) return { rows: await db.raw(text, values) };
      const inside = ownTransaction.exec(text)?.[1];
      return {
        rows: await (inside === undefined ? db.script(text) : db.transaction(() => db.script(inside))),
      };
    },
  };
}
