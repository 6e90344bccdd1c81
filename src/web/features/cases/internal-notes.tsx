import { useQuery } from '@tanstack/react-query';
import type { Case } from '../../../contract/cases.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { may } from '../../access/may.ts';
import { apiQuery } from '../../lib/queries.ts';
import { caseTexts } from '../../texts/cases.ts';
import { Card } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Said } from './said.tsx';

const words = caseTexts.notes;

/** A place of its own, so that nobody takes a note for a reply; asked for only by those who may read it. */
export function InternalNotes({ row }: { row: Case }) {
  return may(row, 'cases.read_internal_notes') ? <Notes id={row.id} /> : null;
}

function Notes({ id }: { id: string }) {
  const notes = useQuery(apiQuery('GET /cases/:id/notes', { params: { id } }));
  return (
    <Card title={words.title} className="border-warning! bg-warning-soft!">
      <p className="mb-3 text-ink-muted">{words.text}</p>
      {notes.isPending ? <Skeleton lines={2} /> : null}
      {notes.error ? <LoadFailure within error={notes.error} onRetry={notes.refetch} /> : null}
      {notes.data?.items.length === 0 ? <p className="text-ink-muted">{words.empty}</p> : null}
      <ol className="flex flex-col gap-4">
        {notes.data?.earlier ? <li className="text-ink-muted">{words.earlier}</li> : null}
        {notes.data?.items.map(({ id: note, author, body, created_at }) => (
          <Said key={note} name={author.name} at={created_at}>
            {body}
          </Said>
        ))}
      </ol>
    </Card>
  );
}
