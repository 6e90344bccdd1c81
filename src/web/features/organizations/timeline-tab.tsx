import { useInfiniteQuery } from '@tanstack/react-query';
import { resourceSpec } from '../../../catalog/catalog.ts';
import { pathOf } from '../../../catalog/paths.ts';
import { organizationResources } from '../../../catalog/record-resources.ts';
import type { Organization } from '../../../contract/organizations.ts';
import type { TimelineEntry } from '../../../contract/timeline.ts';
import { grants } from '../../access/grants.ts';
import { historyColumns } from '../../access/history-columns.tsx';
import { PagedTable } from '../../access/paged-table.tsx';
import { useAccess } from '../../access/use-access.ts';
import { formatDateTime } from '../../lib/format.ts';
import { apiList } from '../../lib/queries.ts';
import { oneOf, useUrlSearch } from '../../lib/url-search.ts';
import { timelineTexts as texts } from '../../texts/timeline.ts';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar, FilterSelect } from '../../ui/filter-bar.tsx';
import { TextLink } from '../../ui/text-link.tsx';

const { at, what, who, changes } = historyColumns;

const record: Column<TimelineEntry> = {
  key: 'record',
  header: texts.record,
  cell: ({ resource, record: { id, name } }) => {
    const to: string = `${pathOf(resource)}/$id`;
    return (
      <div>
        <TextLink to={to} params={{ id }}>
          {name}
        </TextLink>
        <p className="text-xs text-ink-muted first-letter:uppercase">{resourceSpec(resource).one}</p>
      </div>
    );
  },
};

const columns: readonly Column<TimelineEntry>[] = [at, what, record, who, changes];

/** What happened to an organization and to its records, of one kind or of all that the reader's profile opens. */
export function TimelineTab({ row }: { row: Organization }) {
  const { search, patch } = useUrlSearch();
  const access = useAccess();
  const kinds = organizationResources.filter((key) => grants(access, `${key}.view`));
  const kind = oneOf(search.kind, kinds);
  const list = useInfiniteQuery(
    apiList('GET /organizations/:id/timeline', { params: { id: row.id }, query: { kind, limit: 30 } }),
  );
  const options = kinds.map((value) => ({ value, label: resourceSpec(value).label }));
  return (
    <>
      <FilterBar onClear={kind ? () => patch({ kind: undefined }) : undefined}>
        <FilterSelect
          label={texts.kind}
          value={kind ?? ''}
          options={options}
          onChange={(value) => patch({ kind: value || undefined })}
        />
      </FilterBar>
      <PagedTable
        list={list}
        empty={<Nothing filtered={kind !== undefined} />}
        label={texts.list}
        columns={columns}
        rowKey={(entry) => entry.id}
        rowName={(entry) => `${entry.record.name}, ${formatDateTime(entry.at)}`}
      />
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState title={texts.noMatchTitle} text={texts.noMatchText} />
  ) : (
    <EmptyState title={texts.emptyTitle} text={texts.emptyText} />
  );
}
