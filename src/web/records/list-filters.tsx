import { useQuery } from '@tanstack/react-query';
import { useAccess } from '../access/use-access.ts';
import { ColumnPicker, type ColumnPickerProps } from '../ui/column-picker.tsx';
import { FilterBar, FilterSelect, SearchBox } from '../ui/filter-bar.tsx';
import { SavedViews } from '../ui/saved-views.tsx';
import type { Filter, FilterControlProps } from './define-list.ts';
import { recordName } from './record-names.ts';
import { type Listed, recordQueries } from './record-queries.ts';
import type { ListSearch } from './use-list-search.ts';
import type { ListViews } from './use-list-views.ts';

export type ListFiltersProps = {
  views: ListViews;
  /** What the search box says. */
  search: string;
  filters: readonly Filter[];
  asked: ListSearch;
  columns: ColumnPickerProps;
};

/** Search, filters, saved views and columns of a list. */
export function ListFilters({ views, search, filters, asked, columns }: ListFiltersProps) {
  return (
    <FilterBar
      onClear={asked.filtered ? asked.unfilter : undefined}
      end={
        <>
          <SavedViews
            views={views.views}
            firstId={views.first?.id}
            readOnly={views.readOnly}
            search={asked.view}
            onOpen={asked.open}
            onSave={views.save}
            onRemove={views.remove}
            onFirst={views.openWith}
          />
          <ColumnPicker {...columns} />
        </>
      }
    >
      <SearchBox label={search} value={asked.search.q ?? ''} onChange={asked.find} />
      {filters.map((filter) => (
        <OneFilter
          key={filter.name}
          filter={filter}
          value={asked.search[filter.name] ?? ''}
          onChange={asked.choose(filter)}
        />
      ))}
    </FilterBar>
  );
}

type OneFilterProps = { filter: Filter; value: string; onChange: (value: string) => void };

function OneFilter({ filter, value, onChange }: OneFilterProps) {
  if ('control' in filter) return <filter.control label={filter.label} value={value} onChange={onChange} />;
  if ('of' in filter) {
    return value ? (
      <RecordFilter resource={filter.of} label={filter.label} id={value} onChange={onChange} />
    ) : null;
  }
  return <ChoiceFilter label={filter.label} choices={filter.choices} value={value} onChange={onChange} />;
}

type ChoiceFilterProps = FilterControlProps & Pick<Extract<Filter, { choices: unknown }>, 'choices'>;

function ChoiceFilter({ choices, ...filter }: ChoiceFilterProps) {
  return <FilterSelect {...filter} options={choices(filter.value, useAccess().role)} />;
}

type RecordFilterProps<R extends Listed> = {
  resource: R;
  label: string;
  id: string;
  onChange: (value: string) => void;
};

/** Only there when a link brought it: shows whose records these are, and lets go of it. */
export function RecordFilter<R extends Listed>({ resource, label, id, onChange }: RecordFilterProps<R>) {
  const { data } = useQuery(recordQueries(resource).one(id));
  const options = [{ value: id, label: data ? recordName(resource, data).name : id }];
  return <FilterSelect label={label} value={id} options={options} onChange={onChange} />;
}
