import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { PagedTable } from '../../access/paged-table.tsx';
import { api } from '../../lib/api.ts';
import { apiList } from '../../lib/queries.ts';
import { queryClient } from '../../lib/query-client.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { notificationTexts as texts } from '../../texts/notifications.ts';
import { shellTexts } from '../../texts/shell.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar, FilterSelect } from '../../ui/filter-bar.tsx';
import { messageOf } from '../../ui/message-of.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ButtonLink } from '../../ui/text-link.tsx';
import { toast } from '../../ui/toast.tsx';
import { notificationColumns } from './notification-columns.tsx';

const shown = [{ value: 'true', label: texts.unreadOnly }];

/** What the reader was told of and may still see. */
export function NotificationsPage() {
  const { search, patch } = useUrlSearch();
  const unread = search.unread === 'true' ? 'true' : undefined;
  const list = useInfiniteQuery({ ...apiList('GET /notifications', { query: { unread } }), staleTime: 0 });
  return (
    <>
      <PageHeader title={shellTexts.notifications} subtitle={texts.subtitle} actions={<Actions />} />
      <FilterBar onClear={undefined}>
        <FilterSelect
          label={texts.show}
          value={unread ?? ''}
          options={shown}
          onChange={(value) => patch({ unread: value || undefined })}
        />
      </FilterBar>
      <PagedTable
        list={list}
        empty={<Nothing unread={unread !== undefined} />}
        label={texts.list}
        columns={notificationColumns}
        rowKey={({ id }) => id}
        rowName={({ text }) => text}
      />
    </>
  );
}

function Actions() {
  const reading = useMutation({
    mutationFn: () => api('POST /notifications/read', { body: {} }),
    onSuccess: () => toast.success(texts.allRead),
    onError: (error) => toast.failure(messageOf(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['notifications'] }),
  });
  return (
    <>
      <ButtonLink to="/me">{texts.choose}</ButtonLink>
      <Button busy={reading.isPending} onClick={() => reading.mutate()}>
        {texts.markAll}
      </Button>
    </>
  );
}

function Nothing({ unread }: { unread: boolean }) {
  return unread ? (
    <EmptyState title={texts.noneUnreadTitle} text={texts.noneUnreadText} />
  ) : (
    <EmptyState title={texts.emptyTitle} text={texts.emptyText} />
  );
}
