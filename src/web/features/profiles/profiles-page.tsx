import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Archive, Copy, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { roleTypeLabels, roleTypes } from '../../../catalog/roles.ts';
import type { ProfileListItem } from '../../../contract/profiles.ts';
import { ListStates } from '../../access/list-states.tsx';
import { LoadFailure } from '../../access/load-failure.tsx';
import { useCan } from '../../access/use-can.tsx';
import { formatNumber } from '../../lib/format.ts';
import { apiQuery } from '../../lib/queries.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar, FilterSelect, SearchBox } from '../../ui/filter-bar.tsx';
import type { MenuAction } from '../../ui/menu-parts.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { ArchiveDialog, archiveHindrance } from './archive-dialog.tsx';
import { NewProfileDialog } from './new-profile-dialog.tsx';
import { ProfileState } from './profile-state.tsx';
import { RolesCard } from './roles-card.tsx';

const columns: readonly Column<ProfileListItem>[] = [
  { key: 'name', header: profileTexts.name, cell: (row) => <NameCell row={row} /> },
  {
    key: 'type',
    header: profileTexts.roleType,
    cell: ({ role_type }) => roleTypeLabels[role_type],
    nowrap: true,
  },
  { key: 'users', header: profileTexts.users, cell: ({ users }) => formatNumber(users), align: 'end' },
  { key: 'summary', header: profileTexts.summary, cell: ({ summary }) => summary },
  { key: 'state', header: profileTexts.state, cell: (row) => <ProfileState {...row} />, nowrap: true },
];

const typeOptions = roleTypes.map((value) => ({ value, label: roleTypeLabels[value] }));
const stateOptions = [
  { value: 'false', label: profileTexts.active },
  { value: 'true', label: profileTexts.archived },
];

function NameCell({ row }: { row: ProfileListItem }) {
  return (
    <TextLink to="/profiles/$id" params={{ id: row.id }}>
      {row.name}
    </TextLink>
  );
}

/** The lists are short and loaded whole, so the filters work on what is there. */
function matches(row: ProfileListItem, search: Readonly<Record<string, string>>): boolean {
  const text = (search.q ?? '').toLowerCase();
  return (
    (!search.role_type || row.role_type === search.role_type) &&
    (!search.archived || String(row.archived) === search.archived) &&
    [row.name, row.description, row.summary].some((words) => words.toLowerCase().includes(text))
  );
}

export function ProfilesPage() {
  const query = useQuery(apiQuery('GET /profiles'));
  const { search, clear } = useUrlSearch();
  const [cloning, setCloning] = useState<ProfileListItem | 'new' | null>(null);
  const [archiving, setArchiving] = useState<ProfileListItem | null>(null);
  const navigate = useNavigate();
  const cache = useQueryClient();
  const mayCreate = useCan('profiles.create');
  const all = query.data?.items ?? [];
  const rows = all.filter((row) => matches(row, search));
  const open = ({ id }: ProfileListItem) => navigate({ to: '/profiles/$id', params: { id } });
  const rowActions = (row: ProfileListItem): readonly MenuAction[] => [
    {
      key: 'open',
      label: profileTexts.open,
      icon: <Pencil aria-hidden size={14} />,
      onSelect: () => open(row),
    },
    ...(mayCreate
      ? [
          {
            key: 'clone',
            label: profileTexts.clone,
            icon: <Copy aria-hidden size={14} />,
            onSelect: () => setCloning(row),
          },
        ]
      : []),
    ...(row.can['profiles.archive'] && !row.archived
      ? [
          {
            key: 'archive',
            label: profileTexts.archive,
            icon: <Archive aria-hidden size={14} />,
            danger: true,
            disabledReason: archiveHindrance(row),
            onSelect: () => setArchiving(row),
          },
        ]
      : []),
  ];
  if (query.error && !query.data) return <LoadFailure error={query.error} onRetry={query.refetch} />;
  return (
    <>
      <PageHeader
        title={profileTexts.title}
        subtitle={profileTexts.subtitle}
        actions={
          mayCreate ? (
            <Button tone="primary" icon={<Plus aria-hidden size={16} />} onClick={() => setCloning('new')}>
              {profileTexts.newProfile}
            </Button>
          ) : null
        }
      />
      <ListStates query={query} count={query.data ? 1 : 0} empty={null}>
        <RolesCard roles={query.data?.roles ?? []} />
        <h2 className="mt-8 mb-3 text-base font-semibold">{profileTexts.profilesTitle}</h2>
        <ProfileFilters />
        <Card flush>
          {rows.length === 0 ? (
            <EmptyState
              title={profileTexts.none}
              text={profileTexts.noneText}
              action={<Button onClick={clear}>{uiTexts.clearFilters}</Button>}
            />
          ) : (
            <DataTable
              label={profileTexts.profilesTitle}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              rowName={({ name }) => name}
              onOpen={open}
              onHover={({ id }) => cache.prefetchQuery(apiQuery('GET /profiles/:id', { params: { id } }))}
              rowActions={rowActions}
            />
          )}
        </Card>
      </ListStates>
      {cloning ? (
        <NewProfileDialog
          source={cloning === 'new' ? null : cloning}
          profiles={all.filter((profile) => !profile.archived)}
          onClose={() => setCloning(null)}
        />
      ) : null}
      <ArchiveDialog profile={archiving} onClose={() => setArchiving(null)} />
    </>
  );
}

function ProfileFilters() {
  const { search, patch, clear } = useUrlSearch();
  const filtered = Boolean(search.q || search.role_type || search.archived);
  return (
    <FilterBar onClear={filtered ? clear : undefined}>
      <SearchBox label={profileTexts.search} value={search.q ?? ''} onChange={(q) => patch({ q })} />
      <FilterSelect
        label={profileTexts.roleType}
        value={search.role_type ?? ''}
        options={typeOptions}
        onChange={(role_type) => patch({ role_type })}
      />
      <FilterSelect
        label={profileTexts.state}
        value={search.archived ?? ''}
        options={stateOptions}
        onChange={(archived) => patch({ archived })}
      />
    </FilterBar>
  );
}
