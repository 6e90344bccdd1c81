import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Contact } from '../../../contract/contacts.ts';
import { ListStates } from '../../access/list-states.tsx';
import { IfCan } from '../../access/use-can.tsx';
import { formatCount, fullName } from '../../lib/format.ts';
import { apiList, apiQuery, itemsOf } from '../../lib/queries.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { contactTexts } from '../../texts/contacts.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useHiddenColumns } from '../../ui/column-picker.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pager } from '../../ui/pager.tsx';
import { type ContactAct, contactActions } from './contact-actions.ts';
import { contactColumns } from './contact-columns.tsx';
import { ContactDialogs } from './contact-dialogs.tsx';
import { ContactFilters, NoContacts } from './contact-filters.tsx';
import { filtersOf, listQueryOf } from './contact-list-query.ts';
import { NewContact } from './new-contact.tsx';

export function ContactsPage() {
  const { search, patch } = useUrlSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const query = listQueryOf(search);
  const list = useInfiniteQuery(apiList('GET /contacts', { query }));
  const count = useQuery(apiQuery('GET /contacts/count', { query: filtersOf(search) }));
  const { hidden, toggle } = useHiddenColumns('contacts');
  const [act, setAct] = useState<{ what: ContactAct; row: Contact } | null>(null);
  const rows = itemsOf(list.data);
  const one = (row: Contact) => ({ params: { id: row.id } });
  return (
    <>
      <PageHeader
        title={contactTexts.title}
        subtitle={contactTexts.subtitle}
        actions={
          <IfCan permission="contacts.create">
            <Button tone="primary" icon={<Plus aria-hidden size={14} />} onClick={() => patch({ new: '1' })}>
              {contactTexts.create}
            </Button>
          </IfCan>
        }
      />
      <ContactFilters columns={contactColumns} hidden={hidden} onToggle={toggle} />
      <Card flush>
        <ListStates query={list} count={rows.length} empty={<NoContacts />}>
          <DataTable
            label={contactTexts.title}
            columns={contactColumns}
            hidden={hidden}
            rows={rows}
            rowKey={(row) => row.id}
            rowName={fullName}
            sort={query.sort}
            onSort={(sort) => patch({ sort })}
            onOpen={(row) => navigate({ to: '/contacts/$id', ...one(row) })}
            onHover={(row) => queryClient.prefetchQuery(apiQuery('GET /contacts/:id', one(row)))}
            rowActions={(row) => contactActions(row, (what) => setAct({ what, row }))}
          />
          <Pager
            shown={rows.length}
            total={formatCount(count.data)}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={list.fetchNextPage}
          />
        </ListStates>
      </Card>
      <ContactDialogs act={act} onClose={() => setAct(null)} />
      <IfCan permission="contacts.create">
        {search.new ? <NewContact onClose={() => patch({ new: undefined })} /> : null}
      </IfCan>
    </>
  );
}
