import { hasGrant } from '../../access/grants.ts';
import { visible } from '../../access/subject.ts';
import { isPermission, resourceKeys } from '../../catalog/catalog.ts';
import { roles } from '../../catalog/roles.ts';
import { kindSpec, kindsFor, type NotificationKind } from '../../contract/notification-kinds.ts';
import type { NotificationChoice } from '../../contract/notifications.ts';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../db/database.ts';
import { invalid } from '../http/problem.ts';
import type { SessionSubject } from '../http/session-subject.ts';

interface Where {
  readonly page: boolean;
  readonly mail: boolean;
}

/** Where people want to be told of kinds: what they chose, else what the declaration says. */
export async function choicesOf(
  db: Database,
  people: readonly string[],
  kinds: readonly NotificationKind[],
): Promise<(userId: string, kind: NotificationKind) => Where> {
  const rows = await db.raw<Where & { user_id: string; kind: string }>(
    'select * from notification_choices where user_id = any($1::uuid[]) and kind = any($2::text[])',
    [people, kinds],
  );
  const chosen = new Map(rows.map((row) => [`${row.user_id} ${row.kind}`, row]));
  return (userId, kind) => chosen.get(`${userId} ${kind}`) ?? kindSpec(kind);
}

/** Every kind that the reader can be told of, with their choice. */
export async function ownChoices({ db }: AppContext, subject: SessionSubject) {
  const kinds = offered(subject);
  const choiceOf = await choicesOf(db, [subject.userId], kinds);
  return {
    items: kinds.map((kind) => {
      const { label, says } = kindSpec(kind);
      const { page, mail } = choiceOf(subject.userId, kind);
      return { kind, label, says, page, mail };
    }),
  };
}

/** Not what their profile could never let them see: a choice that nothing comes of. */
function offered(subject: SessionSubject): NotificationKind[] {
  const { grants } = subject;
  return kindsFor(roles[grants.role].type).filter((kind) => {
    const { about } = kindSpec(kind);
    if (about.kind === 'nothing') return true;
    if (about.kind === 'record') return visible(subject, about.resource).rule.kind !== 'never';
    return resourceKeys.some((resource) => {
      const permission = `${resource}.${about.verb}`;
      return isPermission(permission) && hasGrant(grants, permission);
    });
  });
}

export async function chooseOwn(
  app: AppContext,
  subject: SessionSubject,
  items: readonly NotificationChoice[],
) {
  const kinds = offered(subject);
  items.forEach(({ kind }, at) => {
    if (!kinds.includes(kind)) throw invalid(`items.${at}.kind`, 'You are not told of this');
    if (items.findIndex((other) => other.kind === kind) !== at)
      throw invalid(`items.${at}.kind`, 'Stands here twice');
  });
  const rows = items.map(({ kind, page, mail }) => ({ user_id: subject.userId, kind, page, mail }));
  if (rows.length > 0) {
    await app.db.q
      .insertInto('notification_choices')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'kind']).doUpdateSet((row) => ({
          page: row.ref('excluded.page'),
          mail: row.ref('excluded.mail'),
        })),
      )
      .execute();
  }
  return ownChoices(app, subject);
}
