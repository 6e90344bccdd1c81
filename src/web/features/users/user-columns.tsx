import { roles } from '../../../catalog/roles.ts';
import { fullName } from '../../lib/format.ts';
import { uiTexts } from '../../texts/ui.ts';
import { usersTexts } from '../../texts/users.ts';
import type { Column } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { belongsTo, type UserRow } from './user-row.ts';
import { UserStatus } from './user-status.tsx';

export const userColumns: readonly Column<UserRow>[] = [
  {
    key: 'name',
    header: usersTexts.name,
    sort: 'last_name',
    cell: (user) => (
      <>
        <TextLink to="/users/$id" params={{ id: user.id }}>
          {fullName(user)}
        </TextLink>
        <span className="block text-xs font-normal text-ink-muted">{user.email}</span>
      </>
    ),
  },
  { key: 'role', header: usersTexts.role, cell: (user) => roles[user.role].label },
  { key: 'profile', header: usersTexts.profile, cell: (user) => user.profile.name },
  {
    key: 'membership',
    header: usersTexts.membership,
    cell: (user) => belongsTo(user)?.name ?? uiTexts.empty,
  },
  {
    key: 'status',
    header: usersTexts.status,
    nowrap: true,
    cell: (user) => <UserStatus status={user.status} />,
  },
  {
    key: 'last_sign_in_at',
    header: usersTexts.lastSignIn,
    nowrap: true,
    cell: (user) =>
      user.last_sign_in_at ? <DateTime value={user.last_sign_in_at} style="relative" /> : usersTexts.never,
  },
  {
    key: 'created_at',
    header: usersTexts.added,
    nowrap: true,
    sort: 'created_at',
    cell: (user) => <DateTime value={user.created_at} />,
  },
];
