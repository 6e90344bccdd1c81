import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ListStates } from '../../access/list-states.tsx';
import { api, type Output } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import { apiQuery } from '../../lib/queries.ts';
import { queryClient } from '../../lib/query-client.ts';
import { myProfileTexts } from '../../texts/my-profile.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { toast } from '../../ui/toast.tsx';

type Session = Output<'GET /me/sessions'>['items'][number];

/** "Firefox on Linux" out of what browsers say of themselves. */
function deviceName(agent: string | null): string {
  if (!agent) return myProfileTexts.unknownDevice;
  const browser = /(Firefox|Edg|OPR|Chrome|Safari|curl)/.exec(agent)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1];
  return [browser, system].filter(Boolean).join(' · ') || agent.slice(0, 40);
}

const columns: readonly Column<Session>[] = [
  {
    key: 'device',
    header: myProfileTexts.device,
    cell: (session) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        {deviceName(session.user_agent)}
        {session.current ? <Badge tone="success">{myProfileTexts.thisSession}</Badge> : null}
      </span>
    ),
  },
  { key: 'address', header: myProfileTexts.address, cell: (session) => session.address },
  {
    key: 'started',
    header: myProfileTexts.started,
    cell: (session) => <DateTime value={session.created_at} style="time" />,
  },
  {
    key: 'last',
    header: myProfileTexts.lastSeen,
    cell: (session) => <DateTime value={session.last_used_at} style="relative" />,
  },
];

function sessionName({ user_agent, created_at }: Session): string {
  return myProfileTexts.sessionName(deviceName(user_agent), formatDateTime(created_at));
}

function endColumn(onEnd: (session: Session) => void): Column<Session> {
  return {
    key: 'end',
    header: myProfileTexts.endHeader,
    align: 'end',
    cell: (session) => (
      <Button aria-label={myProfileTexts.endSessionOf(sessionName(session))} onClick={() => onEnd(session)}>
        {myProfileTexts.endSession}
      </Button>
    ),
  };
}

export function SessionsCard() {
  const sessions = useQuery(apiQuery('GET /me/sessions'));
  const [ending, setEnding] = useState<Session | null>(null);
  const rows = sessions.data?.items ?? [];
  return (
    <Card title={myProfileTexts.sessions} className="lg:col-span-2" flush>
      <ListStates query={sessions} count={rows.length} empty={null}>
        <p className="px-4 pb-3 text-ink-muted">{myProfileTexts.sessionsText}</p>
        <DataTable
          label={myProfileTexts.sessions}
          columns={[...columns, endColumn(setEnding)]}
          rows={rows}
          rowKey={(session) => session.id}
          rowName={sessionName}
        />
        <Uses uses={sessions.data?.used_by ?? []} />
      </ListStates>
      {ending ? <EndSession session={ending} onClose={() => setEnding(null)} /> : null}
    </Card>
  );
}

type Use = Output<'GET /me/sessions'>['used_by'][number];

/** Who was logged in as the reader, and why. */
function Uses({ uses }: { uses: readonly Use[] }) {
  if (uses.length === 0) return null;
  return (
    <section className="border-t border-line px-4 py-3">
      <h3 className="font-medium">{myProfileTexts.usesTitle}</h3>
      <p className="text-ink-muted">{myProfileTexts.usesText}</p>
      <ul className="mt-2 flex flex-col gap-1">
        {uses.map((use) => (
          <li key={use.id} className="wrap-anywhere">
            {myProfileTexts.usedBy(use.actor_name, use.reason)}{' '}
            <span className="text-ink-muted">
              <DateTime value={use.at} style="time" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function EndSession({ session, onClose }: { session: Session; onClose: () => void }) {
  const navigate = useNavigate();
  const end = async () => {
    await api('DELETE /me/sessions/:id', { params: { id: session.id } }).catch(reloadSessions);
    if (session.current) {
      await navigate({ to: '/sign-in' });
      queryClient.clear();
      return;
    }
    toast.success(myProfileTexts.sessionEnded);
    await queryClient.invalidateQueries({ queryKey: ['me'] });
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={myProfileTexts.endTitle}
      text={
        <>
          <p>{myProfileTexts.endWhich(sessionName(session))}</p>
          <p>{session.current ? myProfileTexts.endCurrentText : myProfileTexts.endText}</p>
        </>
      }
      confirmLabel={myProfileTexts.endConfirm}
      tone="danger"
      onConfirm={end}
    />
  );
}

/** It ended by itself meanwhile: the list must show that. */
async function reloadSessions(problem: unknown): Promise<never> {
  await queryClient.invalidateQueries({ queryKey: ['me'] });
  throw problem;
}
