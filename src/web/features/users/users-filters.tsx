import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { resourceSpec } from '../../../catalog/catalog.ts';
import type { Template } from '../../../catalog/define.ts';
import { type Role, roles, roleTypeLabels, roleTypes } from '../../../catalog/roles.ts';
import { useAccess } from '../../access/use-access.ts';
import { useCan } from '../../access/use-can.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { type UrlSearch, useUrlSearch } from '../../lib/url-search.ts';
import { usersTexts } from '../../texts/users.ts';
import { ColumnPicker } from '../../ui/column-picker.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { FilterBar, FilterSelect, SearchBox } from '../../ui/filter-bar.tsx';
import { SavedViews } from '../../ui/saved-views.tsx';
import { type Choice, toOptions, useConferrable } from './use-conferrable.ts';
import { isFiltered, statuses, viewOf } from './user-query.ts';
import type { UserRow } from './user-row.ts';

const statusOptions = statuses.map((value) => ({ value, label: usersTexts.statuses[value] }));

function reaches(template: Template | undefined, role: Role): boolean {
  if (template?.kind === 'one_of' && template.column === 'role') return template.values.includes(role);
  if (template?.kind === 'equals' && template.column === 'organization_id') return role === 'customer';
  return template?.kind === 'all' ? template.of.every((part) => reaches(part, role)) : true;
}

/** The role types of people inside the reader's boundary; one type alone is nothing to filter by. */
function useRoleTypes() {
  const boundary = resourceSpec('users').records?.boundary[useAccess().role];
  const reached = Object.entries(roles).filter(([key]) => reaches(boundary, key as Role));
  const types = roleTypes.filter((type) => reached.some(([, role]) => role.type === type));
  return types.map((value) => ({ value, label: roleTypeLabels[value] }));
}

/** Every profile for those who see profiles; otherwise those that the reader may give. */
function useProfiles(roleType: string | undefined): readonly Choice[] {
  const seesAll = useCan('profiles.view');
  const all = useQuery({ ...apiQuery('GET /profiles'), enabled: seesAll });
  const conferrable = useConferrable();
  if (seesAll) return (all.data?.items ?? []).filter((one) => !roleType || one.role_type === roleType);
  const given = (conferrable.data?.roles ?? []).flatMap((role) => role.profiles);
  return [...new Map(given.map((profile) => [profile.id, profile])).values()];
}

export type UsersFiltersProps = {
  columns: readonly Column<UserRow>[];
  hidden: readonly string[];
  onToggle: (key: string) => void;
};

export function UsersFilters({ columns, hidden, onToggle }: UsersFiltersProps) {
  const { search, patch, clear } = useUrlSearch();
  const navigate = useNavigate();
  const open = (view: UrlSearch) => navigate({ to: '.', search: view, replace: true });
  const types = useRoleTypes();
  const profiles = useProfiles(search.role_type);
  return (
    <FilterBar
      onClear={isFiltered(search) ? clear : undefined}
      end={
        <>
          <SavedViews table="users" search={viewOf(search)} onOpen={open} />
          <ColumnPicker columns={columns} hidden={hidden} onToggle={onToggle} />
        </>
      }
    >
      <SearchBox label={usersTexts.search} value={search.q ?? ''} onChange={(q) => patch({ q })} />
      {types.length > 1 ? (
        <FilterSelect
          label={usersTexts.roleType}
          value={search.role_type ?? ''}
          options={types}
          onChange={(role_type) => patch({ role_type, profile_id: undefined })}
        />
      ) : null}
      {profiles.length > 1 ? (
        <FilterSelect
          label={usersTexts.profile}
          value={search.profile_id ?? ''}
          options={toOptions(profiles)}
          onChange={(profile_id) => patch({ profile_id })}
        />
      ) : null}
      <FilterSelect
        label={usersTexts.status}
        value={search.status ?? ''}
        options={statusOptions}
        onChange={(status) => patch({ status })}
      />
    </FilterBar>
  );
}
