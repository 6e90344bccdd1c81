import type { Database } from './database.ts';

/**
 * Makes the room of changed and removed rows free again, and counts the tables anew for the planner; how many. PostgreSQL
 * does so by itself, the embedded database has nobody else who would. Table by table, so that requests go in between.
 */
export async function vacuumEmbedded(db: Database, signal: AbortSignal): Promise<number> {
  if (db.engine !== 'embedded') return 0;
  const tables = await db.raw<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  for (const { name } of tables) {
    signal.throwIfAborted();
    await db.script(`vacuum (analyze) ${name}`);
  }
  return tables.length;
}
