import { lazy } from 'react';
import { reachesSeveral, roles } from '../../../catalog/roles.ts';
import { IfCan } from '../../access/use-can.tsx';
import { AccountsOf, OwedTo } from '../../commerce/book-of-business.tsx';
import { fullName } from '../../lib/format.ts';
import { choicesOf, defineList } from '../../records/define-list.ts';
import { hubTexts } from '../../texts/hubs.ts';
import { uiTexts } from '../../texts/ui.ts';
import { userActionTexts, usersTexts } from '../../texts/users.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { MailAddress } from '../../ui/mail-address.tsx';
import { ButtonLink, TextLink } from '../../ui/text-link.tsx';
import { userActions } from './user-actions.ts';
import { ProfileFilter, RoleTypeFilter } from './user-filters.tsx';
import { belongsTo } from './user-row.ts';
import { UserStatus } from './user-status.tsx';

function ProfilesLink() {
  return (
    <IfCan permission="profiles.view">
      <ButtonLink to="/profiles">{usersTexts.profiles}</ButtonLink>
    </IfCan>
  );
}

export const userList = defineList({
  resource: 'users',
  subtitle: usersTexts.subtitle,
  search: usersTexts.search,
  columns: [
    {
      key: 'name',
      header: usersTexts.name,
      sort: 'last_name',
      cell: (user) => (
        <>
          <TextLink to="/users/$id" params={{ id: user.id }}>
            {fullName(user)}
          </TextLink>
          <span className="block text-xs font-normal text-ink-muted">
            <MailAddress of={user.email} />
          </span>
        </>
      ),
    },
    {
      key: 'role',
      header: usersTexts.role,
      shownTo: reachesSeveral,
      cell: (user) => roles[user.role].label,
    },
    { key: 'profile', header: usersTexts.profile, cell: (user) => user.profile.name },
    {
      key: 'membership',
      header: usersTexts.membership,
      shownTo: reachesSeveral,
      cell: (user) => belongsTo(user)?.name ?? uiTexts.empty,
    },
    {
      key: 'status',
      header: usersTexts.status,
      nowrap: true,
      cell: (user) => <UserStatus status={user.status} />,
    },
    {
      key: 'accounts',
      header: hubTexts.accounts,
      align: 'end',
      permission: 'organizations.assign',
      cell: (user) => <AccountsOf user={user} />,
    },
    {
      key: 'owed',
      header: hubTexts.owed,
      align: 'end',
      permission: 'organizations.assign',
      cell: (user) => <OwedTo user={user} />,
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
  ],
  filters: [
    { name: 'role_type', label: usersTexts.roleType, control: RoleTypeFilter, clears: ['profile_id'] },
    { name: 'profile_id', label: usersTexts.profile, control: ProfileFilter },
    { name: 'status', label: usersTexts.status, choices: choicesOf(usersTexts.statuses) },
    { name: 'organization_id', label: usersTexts.organization, of: 'organizations' },
    { name: 'partner_id', label: usersTexts.partner, of: 'organizations' },
  ],
  hiddenAtFirst: ['accounts', 'owed'],
  sort: '-created_at',
  actions: userActions,
  opens: [
    { key: 'view', label: userActionTexts.view },
    { key: 'history', label: userActionTexts.history, tab: 'history' },
  ],
  create: {
    permission: 'users.invite',
    label: usersTexts.add,
    form: lazy(() =>
      import('./create-user-dialog.tsx').then((module) => ({ default: module.CreateUserDialog })),
    ),
  },
  beside: ProfilesLink,
  empty: (filtered) =>
    filtered
      ? { title: usersTexts.noMatchTitle, text: usersTexts.noMatchText }
      : { title: usersTexts.emptyTitle, text: usersTexts.emptyText },
});
