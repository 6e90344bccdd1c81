import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Contact } from '../../../contract/contacts.ts';
import { IfCan } from '../../access/use-can.tsx';
import { fullName } from '../../lib/format.ts';
import { apiList, itemsOf } from '../../lib/queries.ts';
import { contactTexts } from '../../texts/contacts.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { ButtonLink, TextLink } from '../../ui/text-link.tsx';
import { RelatedList } from './related-list.tsx';

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

export function OrganizationContactsTab({ id, closed }: { id: string; closed: boolean }) {
  const navigate = useNavigate();
  const list = useInfiniteQuery(
    apiList('GET /contacts', { query: { organization_id: id, sort: 'last_name' } }),
  );
  const search = { organization_id: id };
  return (
    <RelatedList
      label={organizationTexts.tabs.contacts}
      list={list}
      rows={itemsOf(list.data)}
      columns={columns}
      rowName={fullName}
      onOpen={(row) => navigate({ to: '/contacts/$id', params: { id: row.id } })}
      empty={{ title: organizationTexts.noContactsTitle, text: organizationTexts.noContactsText }}
      actions={
        <>
          <TextLink to="/contacts" search={search}>
            {organizationTexts.seeAll}
          </TextLink>
          {closed ? null : (
            <IfCan permission="contacts.create">
              <ButtonLink to="/contacts" search={{ ...search, new: '1' }}>
                {organizationTexts.addContact}
              </ButtonLink>
            </IfCan>
          )}
        </>
      }
    />
  );
}
