import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { hashToken } from '../../src/server/http/session-subject.ts';
import type { Reader } from '../world/readers.ts';

/** Somebody who asks: a shipped profile, and whom of the world it is given to. */
export interface Asker {
  readonly name: string;
  readonly profile: string;
  readonly reader: Reader;
  readonly cookie: string;
}

const narrow = [
  { name: 'Billing Contact', profile: 'billing_contact', role: 'customer', scope: 'all', volume: 'five' },
  {
    name: 'Partner Account Executive with few accounts',
    profile: 'partner_account_executive',
    role: 'partner_account_executive',
    scope: 'created_or_assigned',
    volume: 'typical',
  },
  {
    name: 'CSR Junior',
    profile: 'csr_junior',
    role: 'account_executive',
    scope: 'created_or_assigned',
    volume: 'typical',
  },
] as const;
const wide = {
  name: 'Global Administrator',
  profile: 'global_administrator',
  role: 'global_administrator',
  scope: 'all',
  volume: 'many',
} as const;

/** Signs in the narrowest profiles and, last, the widest. */
export async function askers(db: Database, readers: readonly Reader[]): Promise<Asker[]> {
  const found: Asker[] = [];
  for (const { name, profile, ...wanted } of [...narrow, wide]) {
    const reader = readers.find(
      ({ role, scope, volume }) => role === wanted.role && scope === wanted.scope && volume === wanted.volume,
    );
    if (!reader) throw new Error(`Nobody to ask as ${name}`);
    found.push({ name, profile, reader, cookie: await signIn(db, reader.subject.userId, profile) });
  }
  return found;
}

async function signIn(db: Database, user_id: string, profile: string): Promise<string> {
  const { id } = await db.q
    .selectFrom('profiles')
    .select('id')
    .where('key', '=', profile)
    .executeTakeFirstOrThrow();
  await db.q.updateTable('users').set({ profile_id: id }).where('id', '=', user_id).execute();
  const token = newId();
  const expires_at = new Date(Date.now() + 3_600_000);
  await db.q
    .insertInto('sessions')
    .values({ id: newId(), token_hash: hashToken(token), user_id, expires_at })
    .execute();
  return `ambit_session=${token}`;
}
