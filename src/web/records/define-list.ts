import type { ComponentType } from 'react';
import type { Permission, PermissionOn } from '../../catalog/catalog.ts';
import type { PathOf } from '../../catalog/paths.ts';
import type { Role } from '../../catalog/roles.ts';
import type { Routes } from '../../contract/routes.ts';
import type { Column } from '../ui/data-table.tsx';
import type { SelectOption } from '../ui/select-field.tsx';
import type { BulkAction } from './bulk-action.tsx';
import type { RecordAction } from './record-actions.tsx';
import type { Listed, Query, RowOf } from './record-queries.ts';

type QueryOf<R extends Listed> = NonNullable<Routes[`GET ${PathOf<R>}`]['query']>;
type SortOf<R extends Listed> = NonNullable<QueryOf<R>['sort']>;
type FilterName<R extends Listed> = Exclude<keyof QueryOf<R> & string, 'q' | 'sort' | 'limit' | 'after'>;

export type FilterControlProps = { label: string; value: string; onChange: (value: string) => void };

/** One way to narrow a list: by a choice, by another record, which a link brings along, or by a control of its own. */
export type Filter<Name extends string = string> = {
  name: Name;
  label: string;
  /** Other filters that make no sense once this one changes. */
  clears?: readonly Name[];
} & (
  | { choices: (inUse: string, role: Role) => readonly SelectOption[] }
  | { of: Listed }
  | { control: ComponentType<FilterControlProps> }
);

/** A column of a list; some are not for every role, or only for readers whose profile holds a permission. */
export type ListColumn<R extends Listed> = Column<RowOf<R>> & {
  sort?: SortOf<R>;
  shownTo?: (role: Role) => boolean;
  permission?: Permission;
};

/** One list of records, declared by its feature; `ListPage` draws it. */
export type List<R extends Listed> = {
  resource: R;
  /** Where the reader's choice of columns and views is kept; the resource, unless it is another list of the same. */
  key?: string;
  /** Filters that always hold and are no choice. */
  fixed?: Query;
  subtitle: string;
  /** What the search box says. */
  search: string;
  columns: readonly ListColumn<R>[];
  /** Columns that are switched off until the reader wants them. */
  hiddenAtFirst?: readonly string[];
  filters: readonly Filter<FilterName<R>>[];
  /** The order until the reader chooses one. */
  sort: SortOf<R>;
  actions: readonly RecordAction<R>[];
  /** What can be done to several rows at once. */
  bulk?: BulkAction<R>;
  /** Opened by the button above the list, and by `?new=1`. */
  create?: {
    permission: Permission & PermissionOn<R>;
    /** "New organization", unless said otherwise. */
    label?: string;
    form: ComponentType<{ onClose: () => void }>;
  };
  /** Beside the buttons that every list has: the way to a page that belongs to it. */
  beside?: ComponentType;
  /** What an empty list says, where the words of the catalog do not fit. */
  empty?: (filtered: boolean) => { title: string; text: string };
  /** First in the menu of a row: its page, or a tab of it. */
  opens?: readonly { key: string; label: string; tab?: string }[];
};

export function defineList<R extends Listed>(list: List<R>): List<R> {
  return list;
}

function optionsOf(words: Readonly<Record<string, string>>): readonly SelectOption[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** The choices of a closed set of words. */
export function choicesOf(words: Readonly<Record<string, string>>): () => readonly SelectOption[] {
  const options = optionsOf(words);
  return () => options;
}

/** The same, of words that depend on the reader's role. */
export function choicesFor(words: (role: Role) => Readonly<Record<string, string>>) {
  return (_inUse: string, role: Role) => optionsOf(words(role));
}
