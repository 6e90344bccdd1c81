import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Organization } from '../../../contract/organizations.ts';
import { ListStates } from '../../access/list-states.tsx';
import { IfCan } from '../../access/use-can.tsx';
import { formatCount } from '../../lib/format.ts';
import { apiList, apiQuery, itemsOf } from '../../lib/queries.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { Card } from '../../ui/card.tsx';
import { useHiddenColumns } from '../../ui/column-picker.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pager } from '../../ui/pager.tsx';
import { NoOrganizations } from './no-organizations.tsx';
import { columnsHiddenAtFirst, organizationColumns } from './organization-columns.tsx';
import { OrganizationDialogs } from './organization-dialogs.tsx';
import { OrganizationFilters } from './organization-filters.tsx';
import { filtersOf, listQueryOf } from './organization-list-query.ts';
import { OrganizationsActions } from './organizations-actions.tsx';
import { type OrganizationAct, useOrganizationActions } from './use-organization-actions.ts';

const CreateOrganization = lazy(() =>
  import('./create-organization.tsx').then((module) => ({ default: module.CreateOrganization })),
);

export function OrganizationsPage() {
  const { search, patch } = useUrlSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const actionsOf = useOrganizationActions();
  const query = listQueryOf(search);
  const list = useInfiniteQuery(apiList('GET /organizations', { query }));
  const count = useQuery(apiQuery('GET /organizations/count', { query: filtersOf(search) }));
  const { hidden, toggle } = useHiddenColumns('organizations', columnsHiddenAtFirst);
  const [act, setAct] = useState<{ what: OrganizationAct; row: Organization } | null>(null);
  const rows = itemsOf(list.data);
  const one = (row: Organization) => ({ params: { id: row.id } });
  return (
    <>
      <PageHeader
        title={organizationTexts.title}
        subtitle={organizationTexts.subtitle}
        actions={<OrganizationsActions query={query} />}
      />
      <OrganizationFilters columns={organizationColumns} hidden={hidden} onToggle={toggle} />
      <Card flush>
        <ListStates query={list} count={rows.length} empty={<NoOrganizations />}>
          <DataTable
            label={organizationTexts.title}
            columns={organizationColumns}
            hidden={hidden}
            rows={rows}
            rowKey={(row) => row.id}
            rowName={(row) => row.name}
            sort={query.sort}
            onSort={(sort) => patch({ sort })}
            onOpen={(row) => navigate({ to: '/organizations/$id', ...one(row) })}
            onHover={(row) => queryClient.prefetchQuery(apiQuery('GET /organizations/:id', one(row)))}
            rowActions={(row) => actionsOf(row, (what) => setAct({ what, row }))}
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
      <OrganizationDialogs act={act} onClose={() => setAct(null)} />
      <IfCan permission="organizations.create">
        <Suspense fallback={null}>
          {search.new ? <CreateOrganization onClose={() => patch({ new: undefined })} /> : null}
        </Suspense>
      </IfCan>
    </>
  );
}
