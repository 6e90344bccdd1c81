import { useMutation, useQuery } from '@tanstack/react-query';
import type { NotificationChoice } from '../../../contract/notifications.ts';
import { ListStates } from '../../access/list-states.tsx';
import { api, type Output } from '../../lib/api.ts';
import { apiQuery } from '../../lib/queries.ts';
import { queryClient } from '../../lib/query-client.ts';
import { notificationTexts as texts } from '../../texts/notifications.ts';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { messageOf } from '../../ui/message-of.ts';
import { toast } from '../../ui/toast.tsx';

type Choices = Output<'GET /me/notifications'>;
type Choice = Choices['items'][number];

const own = apiQuery('GET /me/notifications');

function withChoice({ items }: Choices, choice: NotificationChoice): Choices {
  return { items: items.map((item) => (item.kind === choice.kind ? { ...item, ...choice } : item)) };
}

/** Where the reader is told of what; each box is saved as it is ticked, and goes back when that fails. */
export function NotificationsCard() {
  const query = useQuery(own);
  const saving = useMutation({
    mutationFn: (choice: NotificationChoice) => api('PUT /me/notifications', { body: { items: [choice] } }),
    onMutate: (choice) =>
      queryClient.setQueryData<Choices>(own.queryKey, (before) => before && withChoice(before, choice)),
    onError: (error) => toast.failure(messageOf(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: own.queryKey }),
  });
  const rows = query.data?.items ?? [];
  return (
    <Card title={texts.choicesTitle} className="lg:col-span-2" flush>
      <ListStates query={query} count={rows.length} empty={null}>
        <p className="px-4 pb-3 text-ink-muted">{texts.choicesText}</p>
        <DataTable
          label={texts.choicesTitle}
          columns={columns((choice) => saving.mutate(choice))}
          rows={rows}
          rowKey={({ kind }) => kind}
          rowName={({ label }) => label}
        />
      </ListStates>
    </Card>
  );
}

function columns(choose: (choice: NotificationChoice) => void): readonly Column<Choice>[] {
  const box = (where: 'page' | 'mail', header: string): Column<Choice> => ({
    key: where,
    header,
    cell: ({ kind, label, page, mail }) => (
      <Checkbox
        label={texts.choiceOf(label, header)}
        labelHidden
        checked={where === 'page' ? page : mail}
        onChange={({ target }) => choose({ kind, page, mail, [where]: target.checked })}
      />
    ),
  });
  return [
    {
      key: 'kind',
      header: texts.kind,
      cell: ({ label, says }) => (
        <>
          {label}
          <span className="block text-xs font-normal text-ink-muted">{says}</span>
        </>
      ),
    },
    box('page', texts.onPage),
    box('mail', texts.byMail),
  ];
}
