import { ChevronDown, ChevronRight } from 'lucide-react';
import { actionLabel } from '../../access/action-label.ts';
import { whoDid } from '../../access/who-did.ts';
import { formatDateTime } from '../../lib/format.ts';
import { humanize } from '../../lib/words.ts';
import { auditTexts } from '../../texts/audit-log.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import type { Entry } from './audit-entry.tsx';
import { typeLabel } from './audit-words.ts';
import { ItemLink } from './item-link.tsx';

export function entryName(entry: Entry): string {
  return `${actionLabel(entry.action)}, ${whoDid(entry)}, ${formatDateTime(entry.at)}`;
}

/** The first cell opens the entry, for pointer and keyboard alike. */
export function auditColumns(
  isOpen: (id: string) => boolean,
  toggle: (id: string) => void,
): readonly Column<Entry>[] {
  return [
    {
      key: 'at',
      header: auditTexts.when,
      nowrap: true,
      cell: (entry) => <Opener entry={entry} open={isOpen(entry.id)} onToggle={() => toggle(entry.id)} />,
    },
    { key: 'actor_name', header: auditTexts.who, cell: whoDid },
    {
      key: 'action',
      header: auditTexts.what,
      cell: (entry) => (
        <span>
          {actionLabel(entry.action)}
          <span className="block text-xs text-ink-muted">{typeLabel(entry.item_type)}</span>
        </span>
      ),
    },
    { key: 'item', header: auditTexts.item, cell: (entry) => <ItemLink entry={entry} /> },
    {
      key: 'outcome',
      header: auditTexts.outcome,
      nowrap: true,
      cell: (entry) => (
        <Badge tone={entry.outcome === 'allowed' ? 'success' : 'danger'}>{auditTexts[entry.outcome]}</Badge>
      ),
    },
    {
      key: 'changes',
      header: auditTexts.changed,
      cell: ({ changes }) => (changes.length > 0 ? fieldsOf(changes) : uiTexts.empty),
    },
  ];
}

function fieldsOf(changes: Entry['changes']): string {
  if (changes.length > 2) return auditTexts.changeCount(changes.length);
  return changes.map((change) => humanize(change.field)).join(', ');
}

function Opener({ entry, open, onToggle }: { entry: Entry; open: boolean; onToggle: () => void }) {
  const Icon = open ? ChevronDown : ChevronRight;
  const name = entryName(entry);
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label={open ? auditTexts.hide(name) : auditTexts.show(name)}
      onClick={onToggle}
      className="-ms-1 inline-flex min-h-6 items-center gap-1 rounded px-1 font-normal hover:text-accent"
    >
      <Icon aria-hidden size={14} className="text-ink-muted" />
      <DateTime value={entry.at} style="time" />
    </button>
  );
}
