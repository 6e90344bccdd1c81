import { decide } from '../../../access/decide.ts';
import type { Subject } from '../../../access/subject.ts';
import { type ArticleWithBody, articles as contract } from '../../../contract/articles.ts';
import type { Database } from '../../db/database.ts';
import type { Row } from '../../db/tables.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { defineRecords, showOne } from '../../records/define-records.ts';

export type ArticleRow = Row<'articles'>;

export const articles = defineRecords(contract, async (_db, subject, rows) => {
  const kept = new Set(rows.filter((row) => !mayRewrite(subject, row)).map((row) => row.id));
  return (row) => ({
    ...row,
    ...(kept.has(row.id) ? { cannot: ['articles.edit' as const] } : {}),
  });
});

/** What is published is read the moment it changes: changing it takes the right to publish. */
export function mayRewrite(subject: Subject, row: ArticleRow): boolean {
  return row.status !== 'published' || decide(subject, 'articles.publish', row).allowed;
}

/** One article with its text. */
export async function showArticle(
  db: Database,
  subject: SessionSubject,
  row: ArticleRow,
): Promise<ArticleWithBody> {
  return { ...(await showOne(db, articles, subject, row)), body: row.body };
}
