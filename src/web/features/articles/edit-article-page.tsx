import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import type { ArticleWithBody } from '../../../contract/articles.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { may } from '../../access/may.ts';
import { api } from '../../lib/api.ts';
import { apiQuery } from '../../lib/queries.ts';
import { useVersionedForm } from '../../lib/use-versioned-form.ts';
import { reload } from '../../records/record-queries.ts';
import { useOpenRecord } from '../../records/use-open-record.ts';
import { articleTexts } from '../../texts/articles.ts';
import { recordTexts } from '../../texts/records.ts';
import { Alert } from '../../ui/alert.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ButtonLink, TextLink } from '../../ui/text-link.tsx';
import { toast } from '../../ui/toast.tsx';
import { VersionConflict } from '../../ui/version-conflict.tsx';
import { readersOf } from './article-badges.tsx';
import { ArticleEditor } from './article-editor.tsx';
import { type ArticleValues, toChanges, valuesOf } from './article-values.ts';

const says = articleTexts.editor;

export function EditArticlePage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(apiQuery('GET /articles/:id', { params: { id } }));
  if (query.error && !query.data) return <LoadFailure error={query.error} onRetry={query.refetch} />;
  if (!query.data) return <Skeleton lines={10} />;
  if (!may(query.data, 'articles.edit')) return <Navigate to="/articles/$id" params={{ id }} replace />;
  return <Editor key={id} row={query.data} />;
}

/** In words, for a change that somebody else made meanwhile. */
function inWords(row: ArticleWithBody) {
  return { ...valuesOf(row), audience: readersOf(row.audience) };
}

function Editor({ row }: { row: ArticleWithBody }) {
  const { id } = row;
  const open = useOpenRecord('articles');
  const { form, submit, conflict } = useVersionedForm<ArticleWithBody, ArticleValues>({
    row,
    valuesOf,
    wordsOf: inWords,
    load: () => api('GET /articles/:id', { params: { id } }),
    save: (changes, { version }) =>
      api('PATCH /articles/:id', { params: { id }, body: toChanges(changes), ifMatch: version }),
  });
  const { isDirty } = form.formState;
  const send = async (values: ArticleValues) => {
    if (isDirty) await submit(values);
    await reload('articles');
    if (isDirty) toast.success(recordTexts.saved);
    form.reset(values);
    await open(id);
  };
  const article = (
    <TextLink to="/articles/$id" params={{ id }}>
      {row.title}
    </TextLink>
  );
  return (
    <>
      <PageHeader back={article} title={says.editTitle(row.title)} />
      <ArticleEditor
        form={form}
        submit={says.save}
        onSubmit={send}
        cancel={
          <ButtonLink to="/articles/$id" params={{ id }}>
            {says.cancel}
          </ButtonLink>
        }
      >
        {row.status === 'published' ? <Alert>{says.publishedNotice}</Alert> : null}
        <VersionConflict conflict={conflict} labels={articleTexts.fields} />
      </ArticleEditor>
    </>
  );
}
