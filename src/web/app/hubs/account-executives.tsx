import { Link } from '@tanstack/react-router';
import { IfCan } from '../../access/use-can.tsx';
import { useSession } from '../../access/use-session.ts';
import { AccountsOf, OwedTo } from '../../commerce/book-of-business.tsx';
import { userList } from '../../features/users/user-list.tsx';
import { fullName } from '../../lib/format.ts';
import type { RowOf } from '../../records/record-queries.ts';
import { RelatedList } from '../../records/related-list.tsx';
import { hubTexts } from '../../texts/hubs.ts';
import type { Column } from '../../ui/data-table.tsx';
import { ButtonLink, linkClass } from '../../ui/text-link.tsx';

const known = ['name', 'profile', 'status'];

const columns: readonly Column<RowOf<'users'>>[] = [
  ...userList.columns.filter(({ key }) => known.includes(key)),
  { key: 'accounts', header: hubTexts.accounts, align: 'end', cell: (user) => <AccountsOf user={user} /> },
  { key: 'owed', header: hubTexts.owed, align: 'end', cell: (user) => <OwedTo user={user} /> },
  {
    key: 'reassign',
    header: hubTexts.move,
    cell: (user) => (
      <Link
        to="/organizations"
        search={{ partner_account_executive_id: user.id, bulk: 'all' }}
        className={linkClass}
        aria-label={hubTexts.reassignOf(fullName(user))}
      >
        {hubTexts.reassign}
      </Link>
    ),
  },
];

/** Who looks after the customers of a partner, how many each, and the way to move them. */
export function AccountExecutives() {
  const { partner_id } = useSession().user;
  if (partner_id === null) return null;
  return (
    <RelatedList
      resource="users"
      label={hubTexts.executives}
      filters={{ partner_id, role: 'partner_account_executive' }}
      sort="last_name"
      columns={columns}
      rowActions={userList.actions}
      empty={{ title: hubTexts.noExecutivesTitle, text: hubTexts.noExecutivesText }}
      actions={
        <IfCan permission="users.invite">
          <ButtonLink to="/users" search={{ new: '1' }} tone="primary">
            {hubTexts.addExecutive}
          </ButtonLink>
        </IfCan>
      }
    />
  );
}
