import { useRouter } from '@tanstack/react-router';
import type { ArticleWithBody } from '../../../contract/articles.ts';
import { useCan } from '../../access/use-can.tsx';
import { Markdown } from '../../markdown/markdown.tsx';
import { RecordPage, type RecordView } from '../../records/record-page.tsx';
import { articleTexts } from '../../texts/articles.ts';
import { Alert } from '../../ui/alert.tsx';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { articleActions } from './article-actions.ts';
import { ArticleStatus, readersOf } from './article-badges.tsx';

const view: RecordView<'articles'> = {
  resource: 'articles',
  subtitle: (row) => row.category,
  status: (row) => <StatusForEditors row={row} />,
  facts: (row) => <Reading row={row} />,
  actions: articleActions,
};

export function ArticlePage() {
  return <RecordPage view={view} />;
}

/** Readers see nothing but what is published. */
function StatusForEditors({ row }: { row: ArticleWithBody }) {
  return useCan('articles.edit') ? <ArticleStatus status={row.status} /> : null;
}

const notices = { draft: articleTexts.draftNotice, archived: articleTexts.archivedNotice, published: null };

function Reading({ row }: { row: ArticleWithBody }) {
  const notice = notices[row.status];
  const edits = useCan('articles.edit');
  const router = useRouter();
  const words = articleTexts.fields;
  const facts = [
    ...(edits ? [{ label: words.audience, value: readersOf(row.audience) }] : []),
    { label: words.published_at, value: <DateTime value={row.published_at} /> },
    { label: words.updated_at, value: <DateTime value={row.updated_at} style="relative" /> },
  ];
  return (
    <div className="flex flex-col gap-4">
      {notice ? <Alert tone="warning">{notice}</Alert> : null}
      <Card>
        <article className="flex flex-col gap-4">
          {row.summary ? <p className="max-w-prose text-base text-ink-muted">{row.summary}</p> : null}
          <Markdown text={row.body} onFollow={(href) => router.navigate({ href })} />
        </article>
      </Card>
      <DescriptionList facts={facts} columns={3} />
    </div>
  );
}
