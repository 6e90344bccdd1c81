import { type ComponentType, type ReactNode, Suspense, useState } from 'react';
import type { PermissionOn } from '../../catalog/catalog.ts';
import { may } from '../access/may.ts';
import { useCan } from '../access/use-can.tsx';
import { recordTexts } from '../texts/records.ts';
import { Button } from '../ui/button.tsx';
import type { Selection } from '../ui/select-cells.tsx';
import { recordName } from './record-names.ts';
import type { Listed, Query, RowOf } from './record-queries.ts';
import type { ListSearch } from './use-list-search.ts';

/** At least one. */
export type Rows<R extends Listed> = readonly [RowOf<R>, ...RowOf<R>[]];

/** Something that can be done to several records of a list at once. */
export type BulkAction<R extends Listed> = {
  /** Offered on the rows for which the server says so. */
  permission: PermissionOn<R>;
  /** Where the server asks for more than the permission. */
  offered?: (row: RowOf<R>) => boolean;
  /** Only records with one key go together, and why another can not be chosen besides them. */
  together?: { key: (row: RowOf<R>) => string; apart: string };
  /** What is chosen, in words. */
  chosen: (rows: Rows<R>) => string;
  label: (rows: Rows<R>) => string;
  dialog: ComponentType<{ rows: Rows<R>; onClose: () => void }>;
  /** The same for everything that the filters of the list give, beyond what is shown too. */
  all?: { label: string; dialog: ComponentType<{ query: Query; onClose: () => void }> };
};

type Bulk<R extends Listed> = {
  /** Absent where the reader's profile does not hold it. */
  selection?: Selection<RowOf<R>>;
  /** Above the table while something is chosen, and the dialog over what was chosen when it was opened. */
  bar: ReactNode;
};

/** Lets rows of a list be chosen, and one thing be done to all of them. */
export function useBulkAction<R extends Listed>(
  resource: R,
  action: BulkAction<R> | undefined,
  rows: readonly RowOf<R>[],
  asked?: ListSearch,
  /** The list goes on beyond the rows. */
  more = false,
): Bulk<R> {
  const holds = useCan(action?.permission ?? `${resource}.view`);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<Rows<R> | null>(null);
  if (!action || !holds) return { bar: null };
  const able = rows.filter((row) => may(row, action.permission) && (action.offered?.(row) ?? true));
  const [first, ...others] = able.filter(({ id }) => ids.has(id));
  const chosen: Rows<R> | null = first ? [first, ...others] : null;
  const choose = (some: readonly RowOf<R>[], on: boolean) => {
    const next = new Set(chosen?.map(({ id }) => id));
    for (const { id } of some) on ? next.add(id) : next.delete(id);
    setIds(next);
  };
  const close = () => {
    setOpened(null);
    setIds(new Set());
    if (asked?.search.bulk) asked.patch({ bulk: undefined });
  };
  const selection = selectionOf({ resource, action, able, chosen, choose });
  return {
    selection,
    bar: (
      <>
        {chosen ? (
          <Bar
            action={action}
            rows={chosen}
            onlyShown={more && selection.all.checked}
            onStart={() => setOpened(chosen)}
            onStartAll={asked && (() => asked.patch({ bulk: 'all' }))}
            onClear={() => setIds(new Set())}
          />
        ) : null}
        <Dialogs action={action} rows={opened} asked={asked} onClose={close} />
      </>
    ),
  };
}

type DialogsProps<R extends Listed> = {
  action: BulkAction<R>;
  rows: Rows<R> | null;
  asked: ListSearch | undefined;
  onClose: () => void;
};

/** Over what was chosen, or over everything that the list gives. */
function Dialogs<R extends Listed>({ action, rows, asked, onClose }: DialogsProps<R>) {
  const { dialog: Dialog, all } = action;
  const query = asked?.search.bulk === 'all' ? asked.narrowed : null;
  return (
    <Suspense fallback={null}>
      {rows ? <Dialog rows={rows} onClose={onClose} /> : null}
      {all && query ? <all.dialog query={query} onClose={onClose} /> : null}
    </Suspense>
  );
}

type Choosing<R extends Listed> = {
  resource: R;
  action: BulkAction<R>;
  able: readonly RowOf<R>[];
  chosen: Rows<R> | null;
  choose: (rows: readonly RowOf<R>[], on: boolean) => void;
};

function selectionOf<R extends Listed>(choosing: Choosing<R>): Selection<RowOf<R>> {
  const { resource, action, able, chosen, choose } = choosing;
  const { key: keyOf = () => '', apart } = action.together ?? {};
  const key = chosen ? keyOf(chosen[0]) : null;
  const fits = (row: RowOf<R>) => key === null || keyOf(row) === key;
  const fitting = able.filter(fits);
  const mixed = new Set(fitting.map(keyOf)).size > 1;
  const none = fitting.length === 0 ? recordTexts.selecting.none : undefined;
  return {
    all: {
      label: recordTexts.selecting.all,
      checked: chosen !== null && chosen.length === fitting.length,
      mixed: chosen !== null && chosen.length < fitting.length,
      disabledReason: mixed ? apart : none,
      onChange: (on) => choose(fitting, on),
    },
    of: (row) =>
      able.includes(row)
        ? {
            label: recordTexts.selecting.one(recordName(resource, row).name),
            checked: chosen?.includes(row) ?? false,
            disabledReason: fits(row) ? undefined : apart,
            onChange: (on) => choose([row], on),
          }
        : null,
  };
}

type BarProps<R extends Listed> = {
  action: BulkAction<R>;
  rows: Rows<R>;
  /** All that is shown is chosen, and there is more. */
  onlyShown: boolean;
  onStart: () => void;
  onStartAll: (() => void) | undefined;
  onClear: () => void;
};

function Bar<R extends Listed>({ action, rows, onlyShown, onStart, onStartAll, onClear }: BarProps<R>) {
  return (
    <section
      aria-label={recordTexts.selecting.bar}
      className="mb-3 flex flex-wrap items-center gap-3 rounded-md bg-subtle px-3 py-2"
    >
      <p role="status" className="me-auto min-w-0">
        {action.chosen(rows)}
        {onlyShown ? <span className="block text-ink-muted">{recordTexts.selecting.onlyShown}</span> : null}
      </p>
      <Button onClick={onClear}>{recordTexts.selecting.clear}</Button>
      {action.all && onStartAll ? <Button onClick={onStartAll}>{action.all.label}</Button> : null}
      <Button tone="primary" onClick={onStart}>
        {action.label(rows)}
      </Button>
    </section>
  );
}
