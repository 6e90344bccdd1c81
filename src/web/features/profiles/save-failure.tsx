import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { apiQuery } from '../../lib/queries.ts';
import { queryClient } from '../../lib/query-client.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { messageOf } from '../../ui/message-of.ts';
import { toast } from '../../ui/toast.tsx';
import { wordsOfField } from './field-words.ts';
import type { ProfileDraft } from './use-profile-draft.ts';

type SaveFailureProps = { error: unknown; editor: ProfileDraft; onResolved: () => void };

/** Why the save was not made. The draft is still there. */
export function SaveFailure({ error, editor, onResolved }: SaveFailureProps) {
  if (!(error instanceof ApiProblem)) return <Alert tone="danger">{messageOf(error)}</Alert>;
  if (error.code === 'request/version-moved') {
    return <Conflict problem={error} editor={editor} onResolved={onResolved} />;
  }
  const title = error.code === 'confer/exceeds-own-rights' ? profileTexts.exceedsTitle : error.problem.title;
  return (
    <Alert tone="danger" title={title}>
      <p>{error.problem.detail}</p>
      <FieldList problem={error} />
    </Alert>
  );
}

function FieldList({ problem }: { problem: ApiProblem }) {
  if (problem.fields.length === 0) return null;
  return (
    <ul className="list-disc ps-5">
      {problem.fields.map(({ field, code, message }) => (
        <li key={`${field} ${code}`}>
          <span className="font-medium">{wordsOfField(field)}</span>: {message}
        </li>
      ))}
    </ul>
  );
}

/** Names the versions that were saved in between and puts the reader's changes on top of the newest. */
function Conflict({
  problem,
  editor,
  onResolved,
}: { problem: ApiProblem } & Omit<SaveFailureProps, 'error'>) {
  const { id, version } = editor.base;
  const [busy, setBusy] = useState(false);
  const versions = useQuery({ ...apiQuery('GET /profiles/:id/versions', { params: { id } }), staleTime: 0 });
  const between = versions.data?.items.filter((item) => item.version > version) ?? [];
  const takeOver = async () => {
    setBusy(true);
    try {
      const newest = await api('GET /profiles/:id', { params: { id } });
      queryClient.setQueryData(apiQuery('GET /profiles/:id', { params: { id } }).queryKey, newest);
      editor.rebaseOn(newest);
      toast.success(profileTexts.rebased);
      onResolved();
    } catch (error) {
      toast.failure(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Alert tone="danger" title={profileTexts.conflictTitle}>
      {between.length === 0 ? <p>{problem.problem.detail}</p> : null}
      <ul className="list-disc ps-5">
        {between.map((item) => (
          <li key={item.version}>
            {profileTexts.between(item.version, item.author)},{' '}
            <DateTime value={item.created_at} style="relative" />
            {item.reason ? `: ${item.reason}` : null}
          </li>
        ))}
      </ul>
      {problem.fields.length > 0 ? (
        <p>{profileTexts.conflictCells(problem.fields.map(({ field }) => wordsOfField(field)).join('; '))}</p>
      ) : null}
      <p className="mt-1">{profileTexts.conflictKept}</p>
      <Button className="mt-2" busy={busy} onClick={takeOver}>
        {profileTexts.conflictRebase}
      </Button>
    </Alert>
  );
}
