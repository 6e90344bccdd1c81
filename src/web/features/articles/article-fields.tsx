import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { roleTypes } from '../../../catalog/roles.ts';
import { apiQuery } from '../../lib/queries.ts';
import { articleTexts } from '../../texts/articles.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FieldGroup } from '../../ui/field-group.tsx';
import { field } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TextareaField } from '../../ui/textarea-field.tsx';
import { type ArticleValues, chosen } from './article-values.ts';

const words = articleTexts.fields;
const says = articleTexts.editor;

export function ArticleFields({ form }: { form: UseFormReturn<ArticleValues> }) {
  const list = useId();
  const categories = useQuery(apiQuery('GET /articles/categories'));
  return (
    <>
      <TextField
        label={words.title}
        autoComplete="off"
        {...field(form, 'title', { required: says.titleMissing })}
      />
      <FieldGroup>
        <TextField
          label={words.category}
          hint={says.categoryHint}
          autoComplete="off"
          list={list}
          {...field(form, 'category', { required: says.categoryMissing })}
        />
        <TextField
          label={words.summary}
          hint={says.summaryHint}
          optional
          autoComplete="off"
          {...field(form, 'summary')}
        />
      </FieldGroup>
      <datalist id={list}>
        {categories.data?.items.map(({ category }) => (
          <option key={category} value={category} />
        ))}
      </datalist>
      <Audience form={form} />
      <TextareaField
        label={words.body}
        hint={says.bodyHint}
        rows={22}
        className="font-mono"
        {...field(form, 'body', { required: says.bodyMissing })}
      />
    </>
  );
}

function Audience({ form }: { form: UseFormReturn<ArticleValues> }) {
  const hint = useId();
  const { errors } = form.formState;
  const error = errors.audience?.message ?? errors.audience?.customer?.message;
  const somebody = () => chosen(form.getValues('audience')).length > 0 || says.audienceMissing;
  return (
    <fieldset aria-describedby={hint} className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">{says.audience}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {roleTypes.toReversed().map((type) => (
          <Checkbox
            key={type}
            label={articleTexts.readBy[type]}
            {...form.register(`audience.${type}`, {
              ...(type === 'customer' ? { validate: somebody } : { deps: 'audience.customer' }),
            })}
          />
        ))}
      </div>
      {error ? (
        <p role="alert" className="text-danger">
          {error}
        </p>
      ) : null}
      <p id={hint} className="text-ink-muted">
        {says.audienceHint}
      </p>
    </fieldset>
  );
}
