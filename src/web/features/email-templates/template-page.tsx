import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { resourceSpec } from '../../../catalog/catalog.ts';
import type { EmailTemplate } from '../../../contract/email-templates.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { may } from '../../access/may.ts';
import { apiQuery } from '../../lib/queries.ts';
import { emailTemplateTexts as texts } from '../../texts/email-templates.ts';
import { Badge } from '../../ui/badge.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { MailPreview } from './mail-preview.tsx';
import { TemplateForm } from './template-form.tsx';

export function EmailTemplatePage() {
  const { key = '' } = useParams({ strict: false });
  const query = useQuery(apiQuery('GET /email-templates/:key', { params: { key } }));
  if (query.error && !query.data) return <LoadFailure error={query.error} onRetry={query.refetch} />;
  return query.data ? <Loaded key={key} template={query.data} /> : <Skeleton lines={10} />;
}

/** The form starts anew from what was saved, so that the next change is made from that version. */
function Loaded({ template }: { template: EmailTemplate }) {
  const [saved, setSaved] = useState(template);
  const status = (
    <>
      {saved.changed ? <Badge tone="accent">{texts.states.changed}</Badge> : null}
      {saved.active ? null : <Badge>{texts.sent.off}</Badge>}
    </>
  );
  return (
    <>
      <PageHeader
        back={<TextLink to="/email-templates">{resourceSpec('email_templates').label}</TextLink>}
        title={saved.label}
        subtitle={saved.says}
        status={status}
      />
      {may(saved, 'email_templates.edit') ? (
        <TemplateForm key={saved.version} template={saved} onSaved={setSaved} />
      ) : (
        <div className="max-w-3xl">
          <MailPreview template={saved} words={saved} />
        </div>
      )}
    </>
  );
}
