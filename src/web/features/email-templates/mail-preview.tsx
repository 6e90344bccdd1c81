import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { EmailTemplate } from '../../../contract/email-templates.ts';
import { api } from '../../lib/api.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { emailTemplateTexts } from '../../texts/email-templates.ts';
import { Alert } from '../../ui/alert.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { messageOf } from '../../ui/message-of.ts';
import { RecordChoice } from './record-choice.tsx';

export type Words = { subject: string; body: string };

const says = emailTemplateTexts.preview;

/** The mail as it would arrive: with samples, or with a record that the reader may view. */
export function MailPreview({ template, words }: { template: EmailTemplate; words: Words }) {
  const titleId = useId();
  const [record, setRecord] = useState('');
  const { preview_with: about } = template;
  return (
    <section aria-labelledby={titleId} className="flex min-w-0 flex-col gap-3">
      <h2 id={titleId} className="font-semibold">
        {says.title}
      </h2>
      {about ? <RecordChoice about={about} value={record} onChange={setRecord} /> : null}
      <Rendered templateKey={template.key} words={words} recordId={record || null} />
    </section>
  );
}

type RenderedProps = { templateKey: string; words: Words; recordId: string | null };

/** Asked of the server, which sends with the same words. */
function Rendered({ templateKey: key, words, recordId }: RenderedProps) {
  const subject = useSettled(words.subject, 300);
  const body = useSettled(words.body, 300);
  const asked = { subject, body, record_id: recordId };
  const preview = useQuery({
    queryKey: ['email-templates', 'preview', key, asked],
    queryFn: ({ signal }) =>
      api('POST /email-templates/:key/preview', { params: { key }, body: asked, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { data, error } = preview;
  return (
    <>
      {error ? (
        <Alert tone="warning" title={says.failed}>
          {reasonsOf(error)}
        </Alert>
      ) : null}
      {data ? (
        <div aria-live="polite" className="rounded-lg border border-line bg-surface p-4">
          <DescriptionList
            columns={1}
            facts={[
              { label: says.subject, value: data.subject },
              { label: says.body, value: <span className="whitespace-pre-wrap">{data.body}</span> },
            ]}
          />
        </div>
      ) : null}
    </>
  );
}

function reasonsOf(error: unknown): string {
  const fields = error instanceof ApiProblem ? error.fields : [];
  return fields.length > 0 ? fields.map(({ message }) => `${message}.`).join(' ') : messageOf(error);
}
