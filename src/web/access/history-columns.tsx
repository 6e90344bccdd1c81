import type { AuditEntry } from '../../contract/settings.ts';
import { recordHistoryTexts as texts } from '../texts/record-history.ts';
import { Badge } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table.tsx';
import { DateTime } from '../ui/date-time.tsx';
import { actionLabel } from './action-label.ts';
import { ChangeList } from './change-list.tsx';

type Entry = Pick<AuditEntry, 'at' | 'actor_name' | 'action' | 'outcome' | 'changes' | 'names'>;

/** When, who, what: the log of one record, wherever it is read from. */
export const historyColumns: readonly Column<Entry>[] = [
  {
    key: 'at',
    header: texts.when,
    nowrap: true,
    cell: (entry) => (
      <span className="font-normal">
        <DateTime value={entry.at} style="time" />
      </span>
    ),
  },
  { key: 'actor_name', header: texts.who, cell: (entry) => entry.actor_name },
  { key: 'action', header: texts.what, cell: (entry) => actionLabel(entry.action) },
  {
    key: 'outcome',
    header: texts.outcome,
    cell: (entry) => (
      <Badge tone={entry.outcome === 'allowed' ? 'success' : 'danger'}>{texts[entry.outcome]}</Badge>
    ),
  },
  {
    key: 'changes',
    header: texts.changes,
    cell: (entry) =>
      entry.changes.length > 0 ? <ChangeList changes={entry.changes} names={entry.names} /> : null,
  },
];
