import { useQuery } from '@tanstack/react-query';
import { resourceSpec } from '../../../catalog/catalog.ts';
import type { Template } from '../../../catalog/define.ts';
import { type Role, roles, roleTypeLabels, roleTypes } from '../../../catalog/roles.ts';
import { useAccess } from '../../access/use-access.ts';
import { useCan } from '../../access/use-can.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import type { FilterControlProps } from '../../records/define-list.ts';
import { FilterSelect } from '../../ui/filter-bar.tsx';
import { type Choice, toOptions, useConferrable } from './use-conferrable.ts';

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

export function RoleTypeFilter(props: FilterControlProps) {
  const types = useRoleTypes();
  return types.length > 1 ? <FilterSelect {...props} options={types} /> : null;
}

export function ProfileFilter(props: FilterControlProps) {
  const profiles = useProfiles(useUrlSearch().search.role_type);
  return profiles.length > 1 ? <FilterSelect {...props} options={toOptions(profiles)} /> : null;
}
