import { ArrowDown, ArrowUp } from 'lucide-react';
import { Fragment, type MouseEvent, type ReactNode } from 'react';
import { uiTexts } from '../texts/ui.ts';
import './data-table.css';
import { RowMenu } from './menu.tsx';
import type { MenuAction } from './menu-parts.ts';
import { SelectAllCell, SelectCell, type Selection } from './select-cells.tsx';
import { useTooWide } from './use-too-wide.ts';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  nowrap?: boolean;
  /** The API's sort field; only columns that have one can be sorted. */
  sort?: string;
};

export type DataTableProps<Row> = {
  /** Names the table for screen readers. */
  label: string;
  /** The first column names the row: put the link to the record there. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowName: (row: Row) => string;
  /** `name` or `-name`, as in the API. */
  sort?: string | undefined;
  onSort?: (sort: string) => void;
  onOpen?: (row: Row) => void;
  /** Called when the pointer rests on a row: prefetch here. */
  onHover?: (row: Row) => void;
  rowActions?: (row: Row) => readonly MenuAction[];
  /** Keys of columns the reader switched off. */
  hidden?: readonly string[];
  /** A first cell to choose rows by. */
  selection?: Selection<Row>;
  /** What stands below a row while it is open; null for a closed one. Open it from a button in a cell. */
  expanded?: (row: Row) => ReactNode;
};

function isControl(event: MouseEvent): boolean {
  return (
    event.target instanceof Element &&
    event.target.closest('a,button,input,select,label,[role=menu]') !== null
  );
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowKey, hidden = [], selection } = props;
  const columns = props.columns.filter((column) => !hidden.includes(column.key));
  // Where nothing can be done with any row, a column for it would only take room.
  const acts = rows.some((row) => (props.rowActions?.(row) ?? []).length > 0);
  const [frame, tooWide] = useTooWide();
  return (
    <div ref={frame} className="data-table-frame" data-wide={tooWide ? '' : undefined}>
      <table className="data-table" aria-label={label}>
        <thead>
          <tr>
            {selection ? <SelectAllCell tick={selection.all} /> : null}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
            {acts ? (
              <th scope="col">
                <span className="sr-only">{uiTexts.rowActionsHeader}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={rowKey(row)}>
              <BodyRow row={row} columns={columns} table={props} acts={acts} />
              <DetailRow span={columns.length + (acts ? 1 : 0) + (selection ? 1 : 0)}>
                {props.expanded?.(row)}
              </DetailRow>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps<Row> = {
  row: Row;
  columns: readonly Column<Row>[];
  table: DataTableProps<Row>;
  /** Whether the table has a column for the menus of rows. */
  acts: boolean;
};

function BodyRow<Row>({ row, columns, table, acts }: RowProps<Row>) {
  const { onOpen, onHover, rowActions, rowName, selection } = table;
  const open = (event: MouseEvent) => {
    if (onOpen && !isControl(event) && window.getSelection()?.isCollapsed !== false) onOpen(row);
  };
  // The link in the first cell is the keyboard's way in.
  return (
    <tr data-opens={onOpen ? '' : undefined} onClick={open} onMouseEnter={() => onHover?.(row)}>
      {selection ? <SelectCell tick={selection.of(row)} /> : null}
      {columns.map((column, index) => {
        const shared = { 'data-align': column.align, 'data-nowrap': column.nowrap ? '' : undefined };
        return index === 0 ? (
          <th key={column.key} scope="row" {...shared}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} data-label={column.header} {...shared}>
            {column.cell(row)}
          </td>
        );
      })}
      {acts ? (
        <td data-actions="" data-align="end">
          <RowMenu name={rowName(row)} actions={rowActions?.(row) ?? []} />
        </td>
      ) : null}
    </tr>
  );
}

function DetailRow({ span, children }: { span: number; children: ReactNode }) {
  if (!children) return null;
  return (
    <tr data-detail="">
      <td colSpan={span}>{children}</td>
    </tr>
  );
}

type HeaderProps<Row> = {
  column: Column<Row>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
};

function HeaderCell<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  const field = column.sort;
  if (!field || !onSort) {
    return (
      <th scope="col" data-align={column.align}>
        {column.header}
      </th>
    );
  }
  const ascending = sort === field;
  const descending = sort === `-${field}`;
  const order = ascending ? 'ascending' : descending ? 'descending' : 'none';
  return (
    <th scope="col" data-align={column.align} data-sorts="" aria-sort={order}>
      <button
        type="button"
        title={uiTexts.sortBy(column.header)}
        className="inline-flex min-h-6 items-center gap-1 hover:text-ink"
        onClick={() => onSort(descending ? field : ascending ? `-${field}` : firstOrder(column))}
      >
        {column.header}
        {ascending ? <ArrowUp aria-hidden size={12} /> : null}
        {descending ? <ArrowDown aria-hidden size={12} /> : null}
      </button>
    </th>
  );
}

/** Numbers and dates are first wanted from the top, names from A. */
function firstOrder<Row>(column: Column<Row>): string {
  const newestFirst = column.align === 'end' || /_(at|date)$/.test(column.sort ?? '');
  return newestFirst ? `-${column.sort}` : `${column.sort}`;
}
