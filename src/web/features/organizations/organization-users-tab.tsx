import { roles } from '../../../catalog/roles.ts';
import type { Organization } from '../../../contract/organizations.ts';
import type { User } from '../../../contract/users.ts';
import { fullName } from '../../lib/format.ts';
import { RelatedList } from '../../records/related-list.tsx';
import { organizationTexts } from '../../texts/organizations.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import type { Tone } from '../../ui/tones.ts';

const { users: words } = organizationTexts;
const tones: Record<User['status'], Tone> = {
  active: 'success',
  invited: 'info',
  suspended: 'warning',
  deactivated: 'neutral',
};

const columns: readonly Column<User>[] = [
  {
    key: 'name',
    header: words.name,
    cell: (row) => (
      <TextLink to="/users/$id" params={{ id: row.id }}>
        {fullName(row)}
      </TextLink>
    ),
  },
  { key: 'email', header: words.email, cell: (row) => row.email },
  { key: 'role', header: words.role, cell: (row) => roles[row.role].label },
  { key: 'profile', header: words.profile, cell: (row) => row.profile.name },
  {
    key: 'status',
    header: words.status,
    cell: (row) => <Badge tone={tones[row.status]}>{words.statuses[row.status]}</Badge>,
  },
  {
    key: 'last_sign_in_at',
    header: words.last_sign_in_at,
    nowrap: true,
    cell: (row) => <DateTime value={row.last_sign_in_at} style="relative" />,
  },
];

export function OrganizationUsersTab({ row }: { row: Organization }) {
  return (
    <RelatedList
      resource="users"
      label={organizationTexts.tabs.users}
      // A partner's people belong to it by their partner, a customer's by their organization.
      filters={row.kind === 'partner' ? { partner_id: row.id } : { organization_id: row.id }}
      sort="last_name"
      columns={columns}
      empty={{ title: organizationTexts.noUsersTitle, text: organizationTexts.noUsersText }}
    />
  );
}
