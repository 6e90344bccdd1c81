import type { AppContext } from '../../app-context.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { countPeople, type ProfileRow } from './repository.ts';
import { book, requireEditable } from './service.ts';

/** Retires a profile that nobody has any more. */
export async function archiveProfile(
  app: AppContext,
  subject: SessionSubject,
  record: ProfileRow,
): Promise<ProfileRow> {
  requireEditable(record);
  const people = (await countPeople(app.db, [record.id])).get(record.id) ?? 0;
  if (people > 0) {
    throw new Problem('profiles/in-use', {
      detail: `${people} ${people === 1 ? 'person has' : 'people have'} it.`,
    });
  }
  return book(app, subject, record, {
    action: 'profiles.archive',
    values: { archived_at: app.clock() },
    changes: [{ field: 'archived', from: false, to: true }],
  });
}
