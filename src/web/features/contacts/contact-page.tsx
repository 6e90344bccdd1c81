import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Contact } from '../../../contract/contacts.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { RecordHistory } from '../../access/record-history.tsx';
import { IfCan } from '../../access/use-can.tsx';
import { fullName } from '../../lib/format.ts';
import { apiQuery } from '../../lib/queries.ts';
import { contactTexts } from '../../texts/contacts.ts';
import { recordHistoryTexts } from '../../texts/record-history.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { linkClass, TextLink } from '../../ui/text-link.tsx';
import { type ContactAct, contactActions } from './contact-actions.ts';
import { ContactDialogs } from './contact-dialogs.tsx';
import { ContactKind } from './contact-kind.tsx';
import { ContactOrganization } from './contact-organization.tsx';

export function ContactPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(apiQuery('GET /contacts/:id', { params: { id } }));
  if (query.data) return <Loaded key={id} row={query.data} />;
  if (query.error) return <LoadFailure error={query.error} onRetry={query.refetch} />;
  return <Skeleton lines={8} />;
}

function Loaded({ row }: { row: Contact }) {
  const navigate = useNavigate();
  const historyId = useId();
  const [what, setWhat] = useState<ContactAct | null>(null);
  return (
    <>
      <PageHeader
        back={<TextLink to="/contacts">{contactTexts.back}</TextLink>}
        title={fullName(row)}
        subtitle={<ContactOrganization organization={row.organization} />}
        status={<ContactKind kind={row.kind} />}
        actions={contactActions(row, setWhat)
          .toReversed()
          .map((action) => (
            <Button
              key={action.key}
              tone={action.key === 'edit' ? 'primary' : 'secondary'}
              onClick={action.onSelect}
            >
              {action.label}
            </Button>
          ))}
      />
      <ContactFacts row={row} />
      <IfCan permission="audit_log.view">
        <section aria-labelledby={historyId} className="mt-6">
          <h2 id={historyId} className="text-base font-semibold">
            {recordHistoryTexts.title}
          </h2>
          <RecordHistory resource="contacts" id={row.id} />
        </section>
      </IfCan>
      <ContactDialogs
        act={what && { what, row }}
        onClose={() => setWhat(null)}
        onDeleted={() => navigate({ to: '/contacts', replace: true })}
      />
    </>
  );
}

function ContactFacts({ row }: { row: Contact }) {
  const words = contactTexts.fields;
  const link = (scheme: 'mailto' | 'tel', text: string | null) =>
    text ? (
      <a className={linkClass} href={`${scheme}:${text}`}>
        {text}
      </a>
    ) : null;
  const facts = [
    { label: words.job_title, value: row.job_title },
    { label: words.email, value: link('mailto', row.email) },
    { label: words.phone, value: link('tel', row.phone) },
    { label: words.organization, value: <ContactOrganization organization={row.organization} /> },
    { label: words.created_at, value: <DateTime value={row.created_at} /> },
    { label: words.updated_at, value: <DateTime value={row.updated_at} style="relative" /> },
  ];
  return (
    <Card title={contactTexts.details}>
      <DescriptionList facts={facts} columns={3} />
    </Card>
  );
}
