import type { Format } from '../../../contract/formats.ts';
import type { AppContext } from '../../app-context.ts';
import { audit, changesBetween } from '../../audit/audit.ts';
import { invalid, missing } from '../../http/problem.ts';
import { isTimeZone } from '../../time-zone.ts';
import { accountOf, lockPerson } from './people.ts';

export interface OwnPreferences {
  /** Null: as the company has it. */
  readonly language?: Format | null | undefined;
  readonly time_zone?: string | null | undefined;
}

/** Changes how a person reads numbers, dates and times, in the caller's transaction. */
export async function changeOwnPreferences(
  app: AppContext,
  userId: string,
  wanted: OwnPreferences,
): Promise<void> {
  const person = await lockPerson(app, userId);
  if (!person) missing();
  const { language = person.language, time_zone = person.time_zone } = wanted;
  if (typeof wanted.time_zone === 'string' && !isTimeZone(wanted.time_zone)) {
    throw invalid('time_zone', 'There is no such time zone');
  }
  const before = { language: person.language, time_zone: person.time_zone };
  const changes = changesBetween(before, { language, time_zone });
  if (changes.length === 0) return;
  await app.db.q
    .updateTable('users')
    .set({ language, time_zone, version: person.version + 1, updated_at: app.clock() })
    .where('id', '=', userId)
    .execute();
  await audit(app.db, { action: 'session.preferences_changed', ...accountOf(person), changes });
}
