import { useInfiniteQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { OpenedBy } from '../../access/opened-by.tsx';
import { PagedTable } from '../../access/paged-table.tsx';
import { IfCan } from '../../access/use-can.tsx';
import { apiUrl } from '../../lib/api.ts';
import { apiList } from '../../lib/queries.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { auditTexts } from '../../texts/audit-log.ts';
import { buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { auditColumns, entryName } from './audit-columns.tsx';
import { AuditEntryDetail } from './audit-entry.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { auditFilters, isFiltered } from './audit-query.ts';

export function AuditLogPage() {
  return (
    <OpenedBy permission="audit_log.view" route="GET /audit-log">
      <PageHeader title={auditTexts.title} subtitle={auditTexts.subtitle} actions={<ExportLink />} />
      <AuditFilters />
      <AuditTable />
    </OpenedBy>
  );
}

/** What is shown, all of it: the same filters. */
function ExportLink() {
  const { search } = useUrlSearch();
  return (
    <IfCan permission="audit_log.export">
      <a
        href={apiUrl('GET /audit-log/export.csv', { query: auditFilters(search) })}
        download
        className={buttonClass()}
      >
        <Download aria-hidden size={14} />
        {auditTexts.export}
      </a>
    </IfCan>
  );
}

function AuditTable() {
  const { search } = useUrlSearch();
  const [open, setOpen] = useState<readonly string[]>([]);
  const list = useInfiniteQuery(apiList('GET /audit-log', { query: auditFilters(search) }));
  const isOpen = (id: string) => open.includes(id);
  const toggle = (id: string) => setOpen(isOpen(id) ? open.filter((other) => other !== id) : [...open, id]);
  return (
    <PagedTable
      list={list}
      empty={<NoEntries filtered={isFiltered(search)} />}
      label={auditTexts.list}
      columns={auditColumns(isOpen, toggle)}
      rowKey={(entry) => entry.id}
      rowName={entryName}
      onOpen={(entry) => toggle(entry.id)}
      expanded={(entry) => (isOpen(entry.id) ? <AuditEntryDetail entry={entry} /> : null)}
    />
  );
}

function NoEntries({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState title={auditTexts.noMatchTitle} text={auditTexts.noMatchText} />
  ) : (
    <EmptyState title={auditTexts.emptyTitle} />
  );
}
