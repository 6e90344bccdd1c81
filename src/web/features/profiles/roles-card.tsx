import { type RoleType, roleTypeLabels } from '../../../catalog/roles.ts';
import type { Output } from '../../lib/api.ts';
import { formatNumber } from '../../lib/format.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';

type RoleItem = Output<'GET /profiles'>['roles'][number];

const columns: readonly Column<RoleItem>[] = [
  {
    key: 'role',
    header: profileTexts.role,
    cell: ({ label }) => <span className="font-medium">{label}</span>,
  },
  { key: 'type', header: profileTexts.roleType, cell: ({ role_type }) => labelOf(role_type), nowrap: true },
  { key: 'purpose', header: profileTexts.purpose, cell: ({ purpose }) => purpose },
  { key: 'users', header: profileTexts.peopleHeader, cell: ({ users }) => formatNumber(users), align: 'end' },
];

function labelOf(type: RoleType): string {
  return roleTypeLabels[type];
}

export function RolesCard({ roles }: { roles: readonly RoleItem[] }) {
  return (
    <Card flush title={profileTexts.rolesTitle}>
      <p className="px-4 pb-3 text-ink-muted">{profileTexts.rolesSay}</p>
      <DataTable
        label={profileTexts.rolesTitle}
        columns={columns}
        rows={roles}
        rowKey={({ role }) => role}
        rowName={({ label }) => label}
      />
    </Card>
  );
}
