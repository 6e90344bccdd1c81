import type { AppContext } from '../app-context.ts';
import { newId } from '../db/id.ts';
import { insertRows } from '../db/write-rows.ts';
import { type DemoArticle, helpArticles } from './help-articles.ts';
import { partnerArticles } from './partner-articles.ts';
import { daysBefore } from './setting.ts';

const drafts: readonly DemoArticle[] = [
  {
    title: 'What is new in spring',
    category: 'News',
    summary: 'Not out yet: what we plan to tell customers.',
    audience: ['customer', 'partner'],
    body: 'We are still collecting what to say here.\n\n- A new plan for small teams\n- Yearly invoices for Archive',
    draft: true,
  },
];

/** Help of the made-up company, written by its support over the last year; one article is still a draft. */
export async function writeDemoArticles({ db, clock }: AppContext): Promise<void> {
  const written = [...helpArticles, ...partnerArticles, ...drafts];
  const author = await db.q
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'system_administrator')
    .orderBy('created_at')
    .executeTakeFirst();
  const rows = written.map(({ draft = false, ...article }, at) => {
    const day = daysBefore(clock(), 330 - 25 * at);
    return {
      id: newId(),
      ...article,
      status: draft ? 'draft' : 'published',
      published_at: draft ? null : day,
      created_by: author?.id ?? null,
      created_at: day,
      updated_at: day,
      version: 1,
    };
  });
  await insertRows(db, 'articles', rows);
}
