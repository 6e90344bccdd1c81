import { useQuery } from '@tanstack/react-query';
import { ListStates } from '../../access/list-states.tsx';
import type { Output } from '../../lib/api.ts';
import { apiQuery } from '../../lib/queries.ts';
import { myProfileTexts } from '../../texts/my-profile.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';

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

export function SessionsCard() {
  const sessions = useQuery(apiQuery('GET /me/sessions'));
  const rows = sessions.data?.items ?? [];
  return (
    <Card title={myProfileTexts.sessions} className="lg:col-span-2" flush>
      <ListStates query={sessions} count={rows.length} empty={null}>
        <DataTable
          label={myProfileTexts.sessions}
          columns={columns}
          rows={rows}
          rowKey={(session) => session.id}
          rowName={(session) => deviceName(session.user_agent)}
        />
      </ListStates>
    </Card>
  );
}
