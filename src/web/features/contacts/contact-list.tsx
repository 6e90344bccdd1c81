import { lazy } from 'react';
import { organizationColumn } from '../../commerce/record-columns.tsx';
import { fullName } from '../../lib/format.ts';
import { choicesOf, defineList } from '../../records/define-list.ts';
import { contactTexts } from '../../texts/contacts.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { contactActions } from './contact-actions.ts';
import { ContactKind } from './contact-kind.tsx';

const words = contactTexts.fields;

export const contactList = defineList({
  resource: 'contacts',
  subtitle: contactTexts.subtitle,
  search: contactTexts.search,
  columns: [
    {
      key: 'name',
      header: words.name,
      sort: 'last_name',
      cell: (row) => (
        <TextLink to="/contacts/$id" params={{ id: row.id }}>
          {fullName(row)}
        </TextLink>
      ),
    },
    organizationColumn(words.organization),
    { key: 'kind', header: words.kind, cell: (row) => <ContactKind kind={row.kind} /> },
    { key: 'job_title', header: words.job_title, cell: (row) => row.job_title },
    { key: 'email', header: words.email, cell: (row) => row.email },
    { key: 'phone', header: words.phone, nowrap: true, cell: (row) => row.phone },
    {
      key: 'created_at',
      header: words.created_at,
      sort: 'created_at',
      nowrap: true,
      cell: (row) => <DateTime value={row.created_at} />,
    },
  ],
  filters: [
    { name: 'kind', label: words.kind, choices: choicesOf(contactTexts.kinds) },
    { name: 'organization_id', label: words.organization, of: 'organizations' },
  ],
  sort: 'last_name',
  actions: contactActions,
  create: {
    permission: 'contacts.create',
    form: lazy(() => import('./new-contact.tsx').then((module) => ({ default: module.NewContact }))),
  },
});
