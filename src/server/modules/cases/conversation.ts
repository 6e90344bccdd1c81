import { decide } from '../../../access/decide.ts';
import { type CaseMessage, type CaseNote, mostSaid } from '../../../contract/cases.ts';
import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { refusalOn } from '../../commerce/refusals.ts';
import type { Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import { codeOf } from '../../http/access-gate.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { changeRecord } from '../../records/change-record.ts';
import type { CaseRow } from './records.ts';
import { sideIn } from './side.ts';
import {
  requireReopens,
  requireTakesReplies,
  statusAfterReply,
  statusChange,
  statusColumns,
} from './states.ts';
import { tellAbout } from './tell.ts';

interface Reply {
  readonly body: string;
  readonly resolve: boolean;
}

/** Replies in a case, which then waits for the other side; whoever answers can say that this settles it. */
export async function replyToCase(
  app: AppContext,
  subject: SessionSubject,
  record: CaseRow,
  { body, resolve }: Reply,
): Promise<CaseRow> {
  const side = await sideIn(app.db, subject, record);
  if (resolve && side === 'asks')
    throw invalid('resolve', 'Only whoever answers a case resolves it; you can close it');
  const now = app.clock();
  requireTakesReplies('cases.reply', record, now);
  await requireReopens(app, 'cases.reply', record);
  const written = { id: newId(), case_id: record.id, author_id: subject.userId, body, created_at: now };
  await app.db.q
    .insertInto('case_messages')
    .values({ ...written, side })
    .execute();
  const status = statusAfterReply(side, resolve);
  const replied = await changeRecord({
    app,
    subject,
    record,
    permission: 'cases.reply',
    values: { ...statusColumns(status, now), replied_at: now },
    log: { changes: statusChange(record, status), detail: { message_id: written.id } },
  });
  await tellAbout(app, { event: 'replied', record: replied, by: subject, side, text: body });
  return replied;
}

/** Adds an internal note. It leaves no trace in the history of the case, which customers read too. */
export async function addNote(
  app: AppContext,
  subject: SessionSubject,
  record: CaseRow,
  body: string,
): Promise<Told<CaseNote>> {
  requireReply(subject, record);
  const id = newId();
  await app.db.q
    .insertInto('case_notes')
    .values({ id, case_id: record.id, author_id: subject.userId, body, created_at: app.clock() })
    .execute();
  await audit(app.db, {
    action: 'cases.add_internal_note',
    itemType: 'case_notes',
    itemId: id,
    itemLabel: record.number,
    detail: { case_id: record.id },
  });
  return notesOf(app.db, record);
}

/** Reading notes is no right to write them: that takes the right to speak in the case as well. */
function requireReply(subject: SessionSubject, record: CaseRow): void {
  const decision = decide(subject, 'cases.reply', record);
  if (decision.allowed) return;
  throw new Problem(codeOf(decision.code), {
    refusal: { ...refusalOn('cases.reply', record), decision },
  });
}

/** Of very many the newest. */
type Told<T> = { items: T[]; earlier: boolean };
type Written = { id: string; author: { id: string; name: string }; body: string; created_at: string };

export function messagesOf(db: Database, { id }: CaseRow): Promise<Told<CaseMessage>> {
  return written<CaseMessage>(db, 'case_messages', id);
}

export function notesOf(db: Database, { id }: CaseRow): Promise<Told<CaseNote>> {
  return written<CaseNote>(db, 'case_notes', id);
}

/** Read by the owner of the tables, after the case was decided. */
async function written<T extends Written>(
  db: Database,
  table: 'case_messages' | 'case_notes',
  caseId: string,
): Promise<Told<T>> {
  type Found = Omit<T, 'author' | 'created_at'> & { author_id: string; name: string; created_at: Date };
  const rows = await db.raw<Found>(
    `select w.*, u.first_name || ' ' || u.last_name as name
from (select * from ${table} where case_id = $1 order by created_at desc, id desc limit $2) w
join users u on u.id = w.author_id order by w.created_at, w.id`,
    [caseId, mostSaid + 1],
  );
  const items = rows.slice(-mostSaid).map(({ author_id, name, created_at, ...rest }) => ({
    ...rest,
    author: { id: author_id, name },
    created_at: created_at.toISOString(),
  }));
  return { items: items as unknown as T[], earlier: rows.length > mostSaid };
}
