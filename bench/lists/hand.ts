import { createHash } from 'node:crypto';
import type pg from 'pg';
import { roles } from '../../src/catalog/roles.ts';
import type { Reader } from '../world/readers.ts';
import type { Statement } from './floors.ts';

export type FoundRow = Record<string, unknown> & { id: string };

/** A named prepared statement, as somebody would send it. */
export function named({ text, values }: Statement): pg.QueryConfig {
  const name = `h${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  return { name, text, values: [...values] };
}

/** The hand-written side without the second fence. */
export function plainly(pool: pg.Pool, statement: Statement): () => Promise<FoundRow[]> {
  const query = named(statement);
  return async () => (await pool.query<FoundRow>(query)).rows;
}

/** The hand-written side behind the same fence as the product: three round trips, written out. */
export function fenced(pool: pg.Pool, reader: Reader, statement: Statement): () => Promise<FoundRow[]> {
  const query = named(statement);
  const enter = fenceOf(reader);
  if (enter === null) return plainly(pool, statement);
  return async () => {
    const client = await pool.connect();
    try {
      await client.query(`begin; ${enter}`);
      const { rows } = await client.query<FoundRow>(query);
      await client.query('commit');
      return rows;
    } finally {
      client.release();
    }
  };
}

export function fenceOf({ subject }: Reader): string | null {
  const { type } = roles[subject.grants.role];
  if (type === 'customer') {
    return `set local role ambit_customer; set local ambit.organization_id = '${subject.organizationId}'`;
  }
  if (type === 'partner')
    return `set local role ambit_partner; set local ambit.partner_id = '${subject.partnerId}'`;
  return null;
}
