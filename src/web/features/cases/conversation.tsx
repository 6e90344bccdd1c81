import { useQuery } from '@tanstack/react-query';
import type { Case } from '../../../contract/cases.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { caseTexts } from '../../texts/cases.ts';
import { Card } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Said } from './said.tsx';

const words = caseTexts.conversation;

/** What was asked and answered, oldest first. */
export function Conversation({ row }: { row: Case }) {
  const messages = useQuery(apiQuery('GET /cases/:id/messages', { params: { id: row.id } }));
  const by = row.requester ?? row.opened_by;
  return (
    <Card title={words.title}>
      <ol className="flex flex-col gap-5">
        <Said name={by?.name ?? words.somebody} note={words.opened} at={row.created_at}>
          {row.description ?? <span className="text-ink-muted">{words.noDescription}</span>}
        </Said>
        {messages.data?.earlier ? <li className="text-ink-muted">{words.earlier}</li> : null}
        {messages.data?.items.map(({ id, author, side, body, created_at }) => (
          <Said
            key={id}
            name={author.name}
            note={words.sides[side]}
            at={created_at}
            answers={side === 'answers'}
          >
            {body}
          </Said>
        ))}
      </ol>
      {messages.isPending ? <Skeleton lines={3} /> : null}
      {messages.error ? <LoadFailure within error={messages.error} onRetry={messages.refetch} /> : null}
      {messages.data?.items.length === 0 ? <p className="mt-4 text-ink-muted">{words.noReplies}</p> : null}
    </Card>
  );
}
