import { decide } from '../../../access/decide.ts';
import type { RoleType } from '../../../catalog/roles.ts';
import type { AppContext } from '../../app-context.ts';
import { stateRefused } from '../../commerce/refusals.ts';
import { given } from '../../given.ts';
import { codeOf } from '../../http/access-gate.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { addRecord, changeRecord, refusalOf } from '../../records/change-record.ts';
import { type ArticleRow, mayRewrite } from './records.ts';

interface ArticleText {
  readonly title: string;
  readonly summary?: string | null | undefined;
  readonly category: string;
  readonly audience: RoleType[];
  readonly body: string;
}

/** Writes an article; nobody but those who edit sees it before it is published. */
export async function writeArticle(
  app: AppContext,
  subject: SessionSubject,
  values: ArticleText,
): Promise<ArticleRow> {
  const draft = { summary: null, published_at: null, ...given(values) };
  return addRecord({ app, subject, permission: 'articles.edit', values: draft });
}

/** Changes an article. */
export async function editArticle(
  app: AppContext,
  subject: SessionSubject,
  record: ArticleRow,
  values: { readonly [K in keyof ArticleText]?: ArticleText[K] | undefined },
): Promise<ArticleRow> {
  if (!mayRewrite(subject, record)) {
    const decision = decide(subject, 'articles.publish', record);
    throw new Problem(codeOf(decision.code), {
      refusal: { ...refusalOf('articles.edit', record), decision },
    });
  }
  return changeRecord({ app, subject, record, permission: 'articles.edit', values });
}

type Status = ArticleRow['status'];

/** Each way on, with the states it begins in and what is said in the others. */
const moves = {
  publish: { from: ['draft'], to: 'published', otherwise: 'Only a draft is published.' },
  unpublish: { from: ['published', 'archived'], to: 'draft', otherwise: 'The article is a draft already.' },
  archive: { from: ['draft', 'published'], to: 'archived', otherwise: 'The article is archived already.' },
} as const satisfies Record<string, { from: readonly Status[]; to: Status; otherwise: string }>;

/** Publishes an article, takes it back, or puts it away. */
export async function moveArticle(
  app: AppContext,
  subject: SessionSubject,
  record: ArticleRow,
  move: keyof typeof moves,
): Promise<ArticleRow> {
  const { from, to, otherwise } = moves[move];
  if (!from.some((status) => status === record.status))
    throw stateRefused('articles.publish', record, otherwise);
  const published_at = to === 'published' ? app.clock() : to === 'draft' ? null : record.published_at;
  return changeRecord({
    app,
    subject,
    record,
    permission: 'articles.publish',
    values: { status: to, published_at },
  });
}
