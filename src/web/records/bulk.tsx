import { type ReactNode, Suspense, useState } from 'react';
import { grants } from '../access/grants.ts';
import { may } from '../access/may.ts';
import { useAccess } from '../access/use-access.ts';
import { recordTexts } from '../texts/records.ts';
import { Button } from '../ui/button.tsx';
import type { Selection } from '../ui/data-table.tsx';
import type { Bulk, List } from './define-list.ts';
import { recordName } from './record-names.ts';
import type { Listed, RowOf } from './record-queries.ts';
import type { ListSearch } from './use-list-search.ts';

/** What was chosen of a list, and the way to do something to all of it. */
type Chosen<R extends Listed> = {
  label: string;
  count: number;
  selection: Selection<RowOf<R>>;
  clear: () => void;
  start: () => void;
  /** Instead of what was chosen: everything that the filters give, beyond what is shown too. */
  startAll: () => void;
  dialog: ReactNode;
};

/** Rows to choose, for readers whose profile holds the action at all; each row says whether it may be chosen. */
export function useBulk<R extends Listed>(
  { resource, bulk }: List<R>,
  rows: readonly RowOf<R>[],
  asked: ListSearch,
): Chosen<R> | undefined {
  const access = useAccess();
  const [ids, setIds] = useState<readonly string[]>([]);
  const [open, setOpen] = useState(false);
  if (!bulk || !grants(access, bulk.permission)) return undefined;
  const chosen = rows.filter((row) => ids.includes(row.id));
  const offered = rows.filter((row) => may(row, bulk.permission));
  const all = offered.length > 0 && offered.every((row) => ids.includes(row.id));
  const close = () => {
    setOpen(false);
    if (asked.search.bulk) asked.patch({ bulk: undefined });
    setIds([]);
  };
  return {
    label: bulk.label,
    count: chosen.length,
    clear: () => setIds([]),
    start: () => setOpen(true),
    startAll: () => asked.patch({ bulk: 'all' }),
    selection: {
      label: (row) => recordTexts.choose(recordName(resource, row).name),
      labelOfAll: recordTexts.chooseAll,
      all,
      chosen: (row) => ids.includes(row.id),
      offered: (row) => may(row, bulk.permission),
      onAll: (on) => setIds(on ? offered.map((row) => row.id) : []),
      onOne: (row, on) => setIds(on ? [...ids, row.id] : ids.filter((id) => id !== row.id)),
    },
    dialog: <BulkDialog bulk={bulk} rows={open ? chosen : null} asked={asked} onClose={close} />,
  };
}

type DialogProps<R extends Listed> = {
  bulk: Bulk<R>;
  rows: readonly RowOf<R>[] | null;
  asked: ListSearch;
  onClose: () => void;
};

function BulkDialog<R extends Listed>({ bulk, rows, asked, onClose }: DialogProps<R>) {
  const all = asked.search.bulk === 'all';
  if (!rows && !all) return null;
  return (
    <Suspense fallback={null}>
      <bulk.dialog chosen={rows ? { rows } : { all: asked.narrowed }} onClose={onClose} />
    </Suspense>
  );
}

type BarProps = { bulk: Omit<Chosen<Listed>, 'selection' | 'dialog'> | undefined };

/** Stands above the table while something is chosen. */
export function BulkBar({ bulk }: BarProps) {
  if (!bulk) return null;
  return (
    <div role="status" className="empty:hidden">
      {bulk.count > 0 ? (
        <div className="mb-3 flex flex-wrap items-center gap-2 rounded-md bg-accent-soft px-3 py-2">
          <span className="tabular me-auto font-medium">{recordTexts.chosen(bulk.count)}</span>
          <Button onClick={bulk.clear}>{recordTexts.chooseNone}</Button>
          <Button onClick={bulk.startAll}>{recordTexts.forAll(bulk.label)}</Button>
          <Button tone="primary" onClick={bulk.start}>
            {bulk.label}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
