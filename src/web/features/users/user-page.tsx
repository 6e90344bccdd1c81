import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { roles } from '../../../catalog/roles.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { RecordHistory } from '../../access/record-history.tsx';
import { useCan } from '../../access/use-can.tsx';
import { useSession } from '../../access/use-session.ts';
import { fullName } from '../../lib/format.ts';
import { apiQuery } from '../../lib/queries.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { useRecordActions } from '../../records/record-actions.tsx';
import { userActionTexts, usersTexts } from '../../texts/users.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuAction } from '../../ui/menu-parts.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { userActions } from './user-actions.ts';
import { UserFacts } from './user-facts.tsx';
import type { UserRow } from './user-row.ts';
import { UserStatus } from './user-status.tsx';

export function UserPage() {
  const { id } = useParams({ from: '/shell/users/$id' });
  const user = useQuery(apiQuery('GET /users/:id', { params: { id } }));
  if (user.isPending) return <Skeleton />;
  if (!user.data) return <LoadFailure error={user.error} onRetry={user.refetch} />;
  return <UserDetail user={user.data} />;
}

function UserDetail({ user }: { user: UserRow }) {
  const { search, patch } = useUrlSearch();
  const isReader = useSession().user.id === user.id;
  const { menuOf, dialog } = useRecordActions('users', userActions, { row: user });
  const tabs = [
    { key: 'details', label: usersTexts.details, content: <UserFacts user={user} /> },
    { key: 'history', label: usersTexts.history, content: <RecordHistory resource="users" id={user.id} /> },
  ];
  return (
    <>
      <PageHeader
        back={<BackLink />}
        title={fullName(user)}
        status={
          <>
            <UserStatus status={user.status} />
            {isReader ? <Badge tone="accent">{usersTexts.yourself}</Badge> : null}
          </>
        }
        subtitle={`${roles[user.role].label} · ${user.profile.name}`}
        actions={<UserButtons actions={menuOf(user)} />}
      />
      <Tabs
        label={usersTexts.tabs}
        tabs={tabs}
        value={search.tab === 'history' ? 'history' : 'details'}
        onChange={(tab) => patch({ tab: tab === 'details' ? undefined : tab })}
      />
      {dialog}
    </>
  );
}

function BackLink() {
  return useCan('users.view') ? <TextLink to="/users">{usersTexts.title}</TextLink> : null;
}

/** The two changes made most stand open; the rest is in the menu. */
function UserButtons({ actions }: { actions: readonly MenuAction[] }) {
  const open = actions.filter(({ key }) => key === 'edit' || key === 'assign_profile');
  const more = actions.filter((action) => !open.includes(action));
  return (
    <>
      {more.length > 0 ? (
        <Menu
          trigger={
            <Button>
              {userActionTexts.more}
              <ChevronDown aria-hidden size={14} />
            </Button>
          }
          actions={more}
        />
      ) : null}
      {open.toReversed().map((action) => (
        <Button
          key={action.key}
          tone={action.key === 'edit' ? 'primary' : 'secondary'}
          disabledReason={action.disabledReason}
          onClick={action.onSelect}
        >
          {action.label}
        </Button>
      ))}
    </>
  );
}
