import { visible } from '../../../access/subject.ts';
import type { articleRoutes } from '../../../contract/articles.ts';
import type { AppContext } from '../../app-context.ts';
import { aggregateVisible } from '../../db/visible-aggregate.ts';
import type { Handlers } from '../../http/handlers.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { readHandlers } from '../../records/read-handlers.ts';
import { type ArticleRow, articles, showArticle } from './records.ts';
import { editArticle, moveArticle, writeArticle } from './service.ts';

interface Asked {
  readonly subject: SessionSubject;
}

export function articleHandlers(app: AppContext): Handlers<typeof articleRoutes> {
  /** A handler that ends in one article is answered with its text. */
  const show =
    <C extends Asked>(work: (context: C) => Promise<ArticleRow>) =>
    async (context: C) =>
      showArticle(app.db, context.subject, await work(context));
  return {
    ...readHandlers(app, articles),
    'GET /articles/:id': show(async ({ record }) => record),
    'GET /articles/categories': async ({ subject }) => ({ items: await categoriesFor(app, subject) }),
    'POST /articles': show(({ subject, body }) => writeArticle(app, subject, body)),
    'PATCH /articles/:id': show(({ subject, record, body }) => editArticle(app, subject, record, body)),
    'POST /articles/:id/publish': show(({ subject, record }) => moveArticle(app, subject, record, 'publish')),
    'POST /articles/:id/unpublish': show(({ subject, record }) =>
      moveArticle(app, subject, record, 'unpublish'),
    ),
    'POST /articles/:id/archive': show(({ subject, record }) => moveArticle(app, subject, record, 'archive')),
  };
}

async function categoriesFor({ db }: AppContext, subject: SessionSubject) {
  const groups = { table: 'articles', groupBy: { category: 'r.category' } };
  const found = await aggregateVisible<{ category: string; count: number }>(
    db,
    visible(subject, 'articles'),
    () => groups,
  );
  return found.map(({ category, count }) => ({ category, count }));
}
