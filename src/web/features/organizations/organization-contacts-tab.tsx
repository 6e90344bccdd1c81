import type { Contact } from '../../../contract/contacts.ts';
import type { Organization } from '../../../contract/organizations.ts';
import { IfCan } from '../../access/use-can.tsx';
import { fullName } from '../../lib/format.ts';
import type { RecordAction } from '../../records/record-actions.tsx';
import { RelatedList } from '../../records/related-list.tsx';
import { contactTexts } from '../../texts/contacts.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { ButtonLink, TextLink } from '../../ui/text-link.tsx';

const words = contactTexts.fields;

const columns: readonly Column<Contact>[] = [
  {
    key: 'name',
    header: words.name,
    cell: (row) => (
      <TextLink to="/contacts/$id" params={{ id: row.id }}>
        {fullName(row)}
      </TextLink>
    ),
  },
  { key: 'kind', header: words.kind, cell: (row) => <Badge>{contactTexts.kinds[row.kind]}</Badge> },
  { key: 'job_title', header: words.job_title, cell: (row) => row.job_title },
  { key: 'email', header: words.email, cell: (row) => row.email },
  { key: 'phone', header: words.phone, nowrap: true, cell: (row) => row.phone },
];

type Props = { row: Organization; rowActions?: readonly RecordAction<'contacts'>[] };

export function OrganizationContactsTab({ row, rowActions }: Props) {
  const filters = { organization_id: row.id };
  return (
    <RelatedList
      resource="contacts"
      label={organizationTexts.tabs.contacts}
      filters={filters}
      sort="last_name"
      columns={columns}
      {...(rowActions ? { rowActions } : {})}
      empty={{ title: organizationTexts.noContactsTitle, text: organizationTexts.noContactsText }}
      actions={
        row.status === 'closed' ? null : (
          <IfCan permission="contacts.create">
            <ButtonLink to="/contacts" search={{ ...filters, new: '1' }}>
              {organizationTexts.addContact}
            </ButtonLink>
          </IfCan>
        )
      }
    />
  );
}
