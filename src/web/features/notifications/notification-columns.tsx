import type { Notification } from '../../../contract/notifications.ts';
import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';
import { notificationTexts as texts } from '../../texts/notifications.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { messageOf } from '../../ui/message-of.ts';
import { TextLink } from '../../ui/text-link.tsx';
import { toast } from '../../ui/toast.tsx';
import { sentenceOf } from './sentence.ts';

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
function Text({ row }: { row: Notification }) {
  const { id, path, read_at } = row;
  const text = sentenceOf(row);
  const unread = read_at === null;
  const words = path ? (
    <TextLink to={path} onClick={() => unread && void markRead(id)} className={unread ? '' : 'font-normal'}>
      {text}
    </TextLink>
  ) : (
    <span className={unread ? 'font-medium' : 'font-normal'}>{text}</span>
  );
  return (
    <span className="inline-flex flex-wrap items-center gap-2 wrap-anywhere">
      {words}
      {unread ? <Badge tone="accent">{texts.new}</Badge> : null}
    </span>
  );
}

function ReadState({ row }: { row: Notification }) {
  const { id, read_at } = row;
  if (read_at !== null) return <span className="text-ink-muted">{texts.read}</span>;
  return (
    <Button aria-label={texts.markReadOf(sentenceOf(row))} onClick={() => void markRead(id)}>
      {texts.markRead}
    </Button>
  );
}
