import { useState } from 'react';
import { roleTypeLabels } from '../../../catalog/roles.ts';
import type { RoleItem } from '../../../contract/profiles.ts';
import { formatNumber } from '../../lib/format.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { linkClass } from '../../ui/text-link.tsx';
import { DefaultProfileDialog } from './default-profile-dialog.tsx';

const columns: readonly Column<RoleItem>[] = [
  {
    key: 'role',
    header: profileTexts.role,
    cell: ({ label }) => <span className="font-medium">{label}</span>,
  },
  {
    key: 'type',
    header: profileTexts.roleType,
    cell: ({ role_type }) => roleTypeLabels[role_type],
    nowrap: true,
  },
  { key: 'purpose', header: profileTexts.purpose, cell: ({ purpose }) => purpose },
  { key: 'users', header: profileTexts.peopleHeader, cell: ({ users }) => formatNumber(users), align: 'end' },
];

function defaultColumn(onChange: (role: RoleItem) => void): Column<RoleItem> {
  return {
    key: 'default',
    header: profileTexts.defaultProfile,
    cell: (role) => (
      <span className="inline-flex flex-wrap items-center gap-x-2">
        {role.default_profile?.name ?? profileTexts.noDefault}
        {role.default_choices.length > 0 ? (
          <button
            type="button"
            className={linkClass}
            aria-label={profileTexts.changeDefaultOf(role.label)}
            onClick={() => onChange(role)}
          >
            {profileTexts.changeDefault}
          </button>
        ) : null}
      </span>
    ),
  };
}

export function RolesCard({ roles }: { roles: readonly RoleItem[] }) {
  const [changing, setChanging] = useState<RoleItem | null>(null);
  return (
    <Card flush title={profileTexts.rolesTitle}>
      <p className="px-4 pb-3 text-ink-muted">{profileTexts.rolesSay}</p>
      <DataTable
        label={profileTexts.rolesTitle}
        columns={[...columns, defaultColumn(setChanging)]}
        rows={roles}
        rowKey={({ role }) => role}
        rowName={({ label }) => label}
      />
      {changing ? <DefaultProfileDialog role={changing} onClose={() => setChanging(null)} /> : null}
    </Card>
  );
}
