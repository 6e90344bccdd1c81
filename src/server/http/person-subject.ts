import type { Database } from '../db/database.ts';
import { loadPeople, type SessionSubject } from './session-subject.ts';

/** Somebody as they are at this moment, for work that goes on without them; null when they may not be signed in. */
export async function loadPerson(db: Database, id: string, now: Date): Promise<SessionSubject | null> {
  const person = (await loadPeople(db, [id], now)).get(id);
  // There is no session behind them.
  return person?.status === 'active' ? { ...person, sessionId: '' } : null;
}
