import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus, Upload } from 'lucide-react';
import { useState } from 'react';
import { ListStates } from '../../access/list-states.tsx';
import { IfCan, useCan } from '../../access/use-can.tsx';
import { formatCount, fullName } from '../../lib/format.ts';
import { apiList, apiQuery, itemsOf } from '../../lib/queries.ts';
import { queryClient } from '../../lib/query-client.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { userActionTexts, usersTexts } from '../../texts/users.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useHiddenColumns } from '../../ui/column-picker.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { MenuAction } from '../../ui/menu.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Pager } from '../../ui/pager.tsx';
import { ButtonLink } from '../../ui/text-link.tsx';
import { CreateUserDialog } from './create-user-dialog.tsx';
import { type UserTask, userTasks } from './user-actions.ts';
import { userColumns } from './user-columns.tsx';
import { isFiltered, userFilters, userSort } from './user-query.ts';
import type { UserRow } from './user-row.ts';
import { UserTaskDialog } from './user-task-dialog.tsx';
import { UsersFilters } from './users-filters.tsx';

export function UsersPage() {
  const { search, patch } = useUrlSearch();
  const { hidden, toggle } = useHiddenColumns('users');
  const mayInvite = useCan('users.invite');
  return (
    <>
      <IfCan permission="users.view">
        <PageHeader
          title={usersTexts.title}
          subtitle={usersTexts.subtitle}
          actions={<HeaderActions onAdd={() => patch({ new: '1' })} />}
        />
        <UsersFilters columns={userColumns} hidden={hidden} onToggle={toggle} />
      </IfCan>
      <UserTable hidden={hidden} />
      {mayInvite ? (
        <CreateUserDialog open={search.new === '1'} onClose={() => patch({ new: undefined })} />
      ) : null}
    </>
  );
}

function HeaderActions({ onAdd }: { onAdd: () => void }) {
  return (
    <>
      <IfCan permission="profiles.view">
        <ButtonLink to="/profiles">{usersTexts.profiles}</ButtonLink>
      </IfCan>
      <IfCan permission="users.import">
        <ButtonLink to="/users/import">
          <Upload aria-hidden size={14} />
          {usersTexts.import}
        </ButtonLink>
      </IfCan>
      <IfCan permission="users.invite">
        <Button tone="primary" icon={<Plus aria-hidden size={14} />} onClick={onAdd}>
          {usersTexts.add}
        </Button>
      </IfCan>
    </>
  );
}

function UserTable({ hidden }: { hidden: readonly string[] }) {
  const { search, patch } = useUrlSearch();
  const navigate = useNavigate();
  const filters = userFilters(search);
  const sort = userSort(search);
  const list = useInfiniteQuery(apiList('GET /users', { query: { ...filters, sort } }));
  const count = useQuery(apiQuery('GET /users/count', { query: filters }));
  const [doing, setDoing] = useState<{ task: UserTask; user: UserRow } | null>(null);
  const rows = itemsOf(list.data);
  const open = (id: string, tab?: string) =>
    navigate({ to: '/users/$id', params: { id }, search: tab ? { tab } : {} });
  const rowActions = (user: UserRow): MenuAction[] => [
    { key: 'view', label: userActionTexts.view, onSelect: () => open(user.id) },
    { key: 'history', label: userActionTexts.history, onSelect: () => open(user.id, 'history') },
    ...userTasks(user, (task, row) => setDoing({ task, user: row })),
  ];
  return (
    <Card flush>
      <ListStates query={list} count={rows.length} empty={<NoUsers filtered={isFiltered(search)} />}>
        <DataTable
          label={usersTexts.list}
          columns={userColumns}
          hidden={hidden}
          rows={rows}
          rowKey={(user) => user.id}
          rowName={fullName}
          sort={sort}
          onSort={(next) => patch({ sort: next })}
          onOpen={(user) => open(user.id)}
          onHover={(user) =>
            queryClient.prefetchQuery(apiQuery('GET /users/:id', { params: { id: user.id } }))
          }
          rowActions={rowActions}
        />
        <Pager
          shown={rows.length}
          total={formatCount(count.data)}
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onMore={() => list.fetchNextPage()}
        />
      </ListStates>
      {doing ? <UserTaskDialog {...doing} onClose={() => setDoing(null)} /> : null}
    </Card>
  );
}

function NoUsers({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState title={usersTexts.noMatchTitle} text={usersTexts.noMatchText} />
  ) : (
    <EmptyState title={usersTexts.emptyTitle} text={usersTexts.emptyText} />
  );
}
