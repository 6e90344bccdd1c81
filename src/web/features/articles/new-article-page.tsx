import { useForm } from 'react-hook-form';
import { resourceSpec } from '../../../catalog/catalog.ts';
import { NotFound } from '../../access/not-found.tsx';
import { useCan } from '../../access/use-can.tsx';
import { api } from '../../lib/api.ts';
import { reload } from '../../records/record-queries.ts';
import { useOpenRecord } from '../../records/use-open-record.ts';
import { articleTexts } from '../../texts/articles.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ButtonLink, TextLink } from '../../ui/text-link.tsx';
import { toast } from '../../ui/toast.tsx';
import { ArticleEditor } from './article-editor.tsx';
import { type ArticleValues, noArticle, toBody } from './article-values.ts';

const says = articleTexts.editor;

export function NewArticlePage() {
  return useCan('articles.edit') ? <NewArticle /> : <NotFound />;
}

function NewArticle() {
  const form = useForm<ArticleValues>({ defaultValues: noArticle });
  const open = useOpenRecord('articles');
  const add = async (values: ArticleValues) => {
    const row = await api('POST /articles', { body: toBody(values) });
    await reload('articles');
    toast.success(says.added(row.title));
    form.reset(values);
    await open(row.id);
  };
  return (
    <>
      <PageHeader
        back={<TextLink to="/articles">{resourceSpec('articles').label}</TextLink>}
        title={says.newTitle}
      />
      <ArticleEditor
        form={form}
        submit={says.add}
        onSubmit={add}
        cancel={<ButtonLink to="/articles">{says.cancel}</ButtonLink>}
      />
    </>
  );
}
