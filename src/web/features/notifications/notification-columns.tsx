import type { Notification } from '../../../contract/notifications.ts';
import { api } from '../../lib/api.ts';
import { withDates } from '../../lib/format.ts';
import { queryClient } from '../../lib/query-client.ts';
import { notificationTexts as texts } from '../../texts/notifications.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { messageOf } from '../../ui/message-of.ts';
import { TextLink } from '../../ui/text-link.tsx';
import { toast } from '../../ui/toast.tsx';

async function markRead(id: string): Promise<void> {
  await api('POST /notifications/:id/read', { params: { id } }).catch((error: unknown) =>
    toast.failure(messageOf(error)),
  );
  await queryClient.invalidateQueries({ queryKey: ['notifications'] });
}

export const notificationColumns: readonly Column<Notification>[] = [
  { key: 'text', header: texts.what, cell: (row) => <Text row={row} /> },
  {
    key: 'at',
    header: texts.when,
    nowrap: true,
    cell: ({ at }) => <DateTime value={at} style="relative" />,
  },
  { key: 'read', header: texts.markHeader, align: 'end', cell: (row) => <ReadState row={row} /> },
];

/** Opening what it is about is reading it. */
function Text({ row: { id, text, path, read_at } }: { row: Notification }) {
  const unread = read_at === null;
  const told = withDates(text);
  const words = path ? (
    <TextLink to={path} onClick={() => unread && void markRead(id)} className={unread ? '' : 'font-normal'}>
      {told}
    </TextLink>
  ) : (
    <span className={unread ? 'font-medium' : 'font-normal'}>{told}</span>
  );
  return (
    <span className="inline-flex flex-wrap items-center gap-2 wrap-anywhere">
      {words}
      {unread ? <Badge tone="accent">{texts.new}</Badge> : null}
    </span>
  );
}

function ReadState({ row: { id, text, read_at } }: { row: Notification }) {
  if (read_at !== null) return <span className="text-ink-muted">{texts.read}</span>;
  return (
    <Button aria-label={texts.markReadOf(withDates(text))} onClick={() => void markRead(id)}>
      {texts.markRead}
    </Button>
  );
}
