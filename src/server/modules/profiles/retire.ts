import { roles } from '../../../catalog/roles.ts';
import type { AppContext } from '../../app-context.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { rolesByDefault } from './default-profiles.ts';
import { countPeople, type ProfileRow } from './repository.ts';
import { book, requireEditable } from './service.ts';

/** Retires a profile that nobody has any more and no invitation starts with. */
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
  const [role] = (await rolesByDefault(app.db)).get(record.id) ?? [];
  if (role) {
    throw new Problem('profiles/is-default', {
      detail: `It is the default profile of ${roles[role].label}. Choose another one there first.`,
    });
  }
  return book(app, subject, record, {
    action: 'profiles.archive',
    values: { archived_at: app.clock() },
    changes: [{ field: 'archived', from: false, to: true }],
  });
}
