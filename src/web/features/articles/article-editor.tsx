import { type ReactNode, useDeferredValue, useId } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { Markdown } from '../../markdown/markdown.tsx';
import { articleTexts } from '../../texts/articles.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { ArticleFields } from './article-fields.tsx';
import type { ArticleValues } from './article-values.ts';

const says = articleTexts.editor;

type Props = {
  form: UseFormReturn<ArticleValues>;
  submit: string;
  onSubmit: (values: ArticleValues) => Promise<unknown>;
  /** The way out without saving. */
  cancel: ReactNode;
  children?: ReactNode;
};

/** Fields on one side, on the other what they come to; below each other where there is no room. */
export function ArticleEditor({ form, submit, onSubmit, cancel, children }: Props) {
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Form form={form} onSubmit={onSubmit}>
        {children}
        <ArticleFields form={form} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="primary" busy={form.formState.isSubmitting}>
            {submit}
          </Button>
          {cancel}
        </div>
      </Form>
      <Preview form={form} />
    </div>
  );
}

function Preview({ form }: { form: UseFormReturn<ArticleValues> }) {
  const titleId = useId();
  const [title, body] = useWatch({ control: form.control, name: ['title', 'body'] });
  const shown = useDeferredValue(body);
  return (
    <section aria-labelledby={titleId} className="min-w-0 lg:sticky lg:top-16 lg:self-start">
      <h2 id={titleId} className="mb-1 font-medium">
        {says.preview}
      </h2>
      <div className="rounded-lg border border-line bg-surface p-4 lg:max-h-[calc(100vh-8rem)] lg:overflow-y-auto">
        {title ? <p className="mb-3 text-xl font-semibold wrap-anywhere">{title}</p> : null}
        {shown.trim() ? <Markdown text={shown} /> : <p className="text-ink-muted">{says.previewEmpty}</p>}
      </div>
    </section>
  );
}
