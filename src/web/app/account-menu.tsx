import { useNavigate } from '@tanstack/react-router';
import { Download, LogOut, MonitorOff, UserRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useAccess } from '../access/use-access.ts';
import { useSession } from '../access/use-session.ts';
import { api } from '../lib/api.ts';
import { fullName } from '../lib/format.ts';
import { queryClient } from '../lib/query-client.ts';
import { shellTexts } from '../texts/shell.ts';
import { Menu } from '../ui/menu.tsx';
import { messageOf } from '../ui/message-of.ts';
import { toast } from '../ui/toast.tsx';

const ConfirmDialog = lazy(() =>
  import('../ui/confirm-dialog.tsx').then((module) => ({ default: module.ConfirmDialog })),
);

export function AccountMenu() {
  const { user, organization_name, login_as } = useSession();
  const access = useAccess();
  const navigate = useNavigate();
  const [ending, setEnding] = useState(false);
  const name = fullName(user);
  const leave = async (route: 'DELETE /session' | 'DELETE /sessions') => {
    await api(route);
    await navigate({ to: '/sign-in' });
    queryClient.clear();
  };
  const signOut = () => leave('DELETE /session').catch((error: unknown) => toast.failure(messageOf(error)));
  const actions = [
    {
      key: 'profile',
      label: shellTexts.myProfile,
      icon: <UserRound aria-hidden size={16} />,
      onSelect: () => navigate({ to: '/me' }),
    },
    {
      key: 'exports',
      label: shellTexts.exports,
      icon: <Download aria-hidden size={16} />,
      onSelect: () => navigate({ to: '/exports' }),
    },
    { key: 'out', label: shellTexts.signOut, icon: <LogOut aria-hidden size={16} />, onSelect: signOut },
    ...(login_as
      ? []
      : [
          {
            key: 'everywhere',
            label: shellTexts.signOutEverywhere,
            icon: <MonitorOff aria-hidden size={16} />,
            onSelect: () => setEnding(true),
          },
        ]),
  ];
  const trigger = (
    <button
      type="button"
      aria-label={shellTexts.account(name)}
      className="flex min-h-8 max-w-56 min-w-0 items-center gap-2 rounded-md px-1 hover:bg-hover"
    >
      <span
        aria-hidden="true"
        data-initials={`${user.first_name.charAt(0)}${user.last_name.charAt(0)}`}
        className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent before:content-[attr(data-initials)]"
      />
      <span className="hidden min-w-0 truncate sm:block">{name}</span>
    </button>
  );
  const header = (
    <>
      <p className="font-medium wrap-anywhere">{name}</p>
      <p className="text-xs text-ink-muted wrap-anywhere">{user.email}</p>
      <p className="text-xs text-ink-muted">
        {access.role_label} · {access.profile.name}
      </p>
      {organization_name ? <p className="text-xs text-ink-muted">{organization_name}</p> : null}
    </>
  );
  return (
    <>
      <Menu trigger={trigger} actions={actions} header={header} />
      {ending ? (
        <Suspense fallback={null}>
          <ConfirmDialog
            open
            onClose={() => setEnding(false)}
            title={shellTexts.signOutEverywhere}
            text={shellTexts.signOutEverywhereText}
            confirmLabel={shellTexts.signOutEverywhere}
            onConfirm={() => leave('DELETE /sessions')}
          />
        </Suspense>
      ) : null}
    </>
  );
}
