import type { AuditEntry } from '../../contract/settings.ts';
import { eventTexts } from '../texts/history-events.ts';
import { recordHistoryTexts as texts } from '../texts/record-history.ts';
import { Badge } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table.tsx';
import { DateTime } from '../ui/date-time.tsx';
import { ChangeList } from './change-list.tsx';
import { eventPhrase } from './event-words.ts';
import { whoDid } from './who-did.ts';

export type HistoryEntry = Pick<
  AuditEntry,
  'id' | 'at' | 'actor_name' | 'subject_name' | 'action' | 'outcome' | 'changes' | 'names'
>;

/** When, what, who: an entry of the log, on the page of a record and on a timeline. */
export const historyColumns = {
  at: {
    key: 'at',
    header: texts.when,
    nowrap: true,
    cell: (entry) => (
      <span className="font-normal">
        <DateTime value={entry.at} style="time" />
      </span>
    ),
  },
  what: { key: 'action', header: texts.what, cell: (entry) => <What entry={entry} /> },
  who: { key: 'actor_name', header: texts.who, cell: whoDid },
  changes: {
    key: 'changes',
    header: texts.changes,
    cell: (entry) =>
      entry.changes.length > 0 ? <ChangeList changes={entry.changes} names={entry.names} /> : null,
  },
} as const satisfies Record<string, Column<HistoryEntry>>;

function What({ entry }: { entry: HistoryEntry }) {
  if (entry.outcome === 'allowed') return eventPhrase(entry);
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {eventPhrase(entry)}
      <Badge tone="danger">{eventTexts.refused}</Badge>
    </span>
  );
}
