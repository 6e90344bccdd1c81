import { Parameters } from '../../access/to-sql.ts';
import type { NotificationKind } from '../../contract/notification-kinds.ts';
import type { Notification } from '../../contract/notifications.ts';
import type { AppContext } from '../app-context.ts';
import { languageOf } from '../company-language.ts';
import { behindFence } from '../db/behind-fence.ts';
import { cursorOf, readCursor } from '../db/cursor.ts';
import type { Row } from '../db/tables.ts';
import { missing } from '../http/problem.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import { isId } from '../http/validate.ts';
import { pathFor, sentenceOf } from './notification-words.ts';
import { branchesFor } from './still-seen.ts';

const unreadCap = 100;

interface Asked {
  readonly unread?: 'true' | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

type Found = Row<'notifications'> & { readonly kind: NotificationKind };

/** What the reader was told of and may still see, newest first. */
export async function ownNotifications(
  { db }: AppContext,
  subject: SessionSubject,
  { unread, limit, after }: Asked,
): Promise<{ items: Notification[]; next: string | null }> {
  const parameters = new Parameters();
  const place = after === undefined ? null : readCursor(after, '-at', 'timestamptz');
  const from = place
    ? ` and (n.at, n.id) < (${parameters.add(place.value)}::timestamptz, ${parameters.add(place.id)}::uuid)`
    : '';
  const most = parameters.add(limit + 1);
  const more = `${unread ? ' and n.read_at is null' : ''}${from} order by n.at desc, n.id desc limit ${most}`;
  const selects = branchesFor(subject, parameters).map((branch) => `(select n.* ${branch}${more})`);
  const text = `select * from (${selects.join('\nunion all\n')}) merged order by at desc, id desc limit ${most}`;
  const found = await behindFence(db, subject, () => db.raw<Found>(text, parameters.values));
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const language = await languageOf(db, subject.userId);
  return {
    items: rows.map((row) => shape(row, language)),
    next: found.length > limit && last ? cursorOf('-at', last.at.toISOString(), last.id) : null,
  };
}

/** How many of them are unread, up to the cap. */
export async function unreadOf({ db }: AppContext, subject: SessionSubject): Promise<{ unread: number }> {
  const parameters = new Parameters();
  const selects = branchesFor(subject, parameters).map(
    (branch) => `(select 1 as one ${branch} and n.read_at is null limit ${unreadCap})`,
  );
  const text = `select count(*) as count from (select * from (${selects.join('\nunion all\n')}) u limit ${unreadCap}) c`;
  const [row] = await behindFence(db, subject, () => db.raw<{ count: number }>(text, parameters.values));
  return { unread: Number(row?.count ?? 0) };
}

/** Marks one as read; what the reader may not see any more is missing, like somebody else's. */
export async function markRead(
  app: AppContext,
  subject: SessionSubject,
  id: string,
): Promise<{ unread: number }> {
  if (!isId(id)) missing();
  const parameters = new Parameters();
  const wanted = parameters.add(id);
  const selects = branchesFor(subject, parameters).map(
    (branch) => `(select n.id ${branch} and n.id = ${wanted})`,
  );
  const text = selects.join('\nunion all\n');
  const [seen] = await behindFence(app.db, subject, () => app.db.raw(text, parameters.values));
  if (!seen) missing();
  await app.db.q
    .updateTable('notifications')
    .set({ read_at: app.clock() })
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .execute();
  return unreadOf(app, subject);
}

/** Marks all as read, also those that cannot be seen at the moment. */
export async function markAllRead(app: AppContext, subject: SessionSubject): Promise<{ unread: number }> {
  await app.db.q
    .updateTable('notifications')
    .set({ read_at: app.clock() })
    .where('user_id', '=', subject.userId)
    .where('read_at', 'is', null)
    .execute();
  return { unread: 0 };
}

function shape(row: Found, language: string): Notification {
  return {
    id: row.id,
    kind: row.kind,
    text: sentenceOf(row, language),
    label: row.label,
    data: row.data,
    path: pathFor(row),
    at: row.at.toISOString(),
    read_at: row.read_at?.toISOString() ?? null,
  };
}
