import type { Contact } from '../../../contract/contacts.ts';
import { OrganizationLink } from '../../commerce/commerce-links.tsx';
import { RecordPage, type RecordView } from '../../records/record-page.tsx';
import { contactTexts } from '../../texts/contacts.ts';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { linkClass } from '../../ui/text-link.tsx';
import { contactActions } from './contact-actions.ts';
import { ContactKind } from './contact-kind.tsx';

const view: RecordView<'contacts'> = {
  resource: 'contacts',
  subtitle: (row) => <OrganizationLink to={row.organization} />,
  status: (row) => <ContactKind kind={row.kind} />,
  facts: (row) => <ContactFacts row={row} />,
  actions: contactActions,
};

export function ContactPage() {
  return <RecordPage view={view} />;
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
    { label: words.organization, value: <OrganizationLink to={row.organization} /> },
    { label: words.created_at, value: <DateTime value={row.created_at} /> },
    { label: words.updated_at, value: <DateTime value={row.updated_at} style="relative" /> },
  ];
  return (
    <Card title={contactTexts.details}>
      <DescriptionList facts={facts} columns={3} />
    </Card>
  );
}
