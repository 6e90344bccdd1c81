import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailure } from '../../access/load-failure.tsx';
import { api } from '../../lib/api.ts';
import { apiList, apiQuery, itemsOf } from '../../lib/queries.ts';
import { queryClient } from '../../lib/query-client.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SearchBox } from '../../ui/filter-bar.tsx';
import { messageOf } from '../../ui/message-of.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { withMember } from './cells.ts';
import type { ProfileDraft } from './use-profile-draft.ts';

type PartnersCardProps = {
  editor: ProfileDraft;
  readOnly: boolean;
  chosen: readonly string[] | null;
  onChosen: (ids: readonly string[] | null) => void;
};

/** The partners whose administrators may give a Partner profile. Saved by itself: it is no permission of the profile. */
export function PartnersCard({ editor, readOnly, chosen, onChosen }: PartnersCardProps) {
  const { base } = editor;
  const [search, setSearch] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const query = { kind: 'partner', sort: 'name', limit: 100, ...(search ? { q: search } : {}) } as const;
  const list = useInfiniteQuery(apiList('GET /organizations', { query }));
  const saved = base.partners.map((partner) => partner.id);
  const now = chosen ?? saved;
  const found = itemsOf(list.data).map(({ id, name }) => ({ id, name }));
  const listed = search
    ? found
    : [...base.partners.filter(({ id }) => found.every((each) => each.id !== id)), ...found];
  const choose = (id: string, given: boolean) => {
    const next = withMember(now, id, given);
    const same = next.length === saved.length && next.every((each) => saved.includes(each));
    onChosen(same ? null : next);
  };
  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const params = { id: base.id };
      const body = { partner_ids: [...now] };
      const newest = await api('POST /profiles/:id/partners', { params, body, ifMatch: base.version });
      queryClient.setQueryData(apiQuery('GET /profiles/:id', { params }).queryKey, newest);
      editor.rebaseOn(newest);
      onChosen(null);
      toast.success(profileTexts.partnersSaved);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={profileTexts.partnersTitle}>
      <p className="mb-3 text-ink-muted">{profileTexts.partnersText}</p>
      <div className="flex flex-col items-start gap-3">
        <SearchBox label={profileTexts.partnersSearch} value={search} onChange={setSearch} />
        {list.isPending ? <Skeleton lines={3} /> : null}
        {list.error ? <LoadFailure within error={list.error} onRetry={list.refetch} /> : null}
        {list.data && listed.length === 0 ? <p>{profileTexts.partnersNone}</p> : null}
        <fieldset className="grid w-full gap-2 sm:grid-cols-2 lg:grid-cols-3">
          <legend className="sr-only">{profileTexts.partnersTitle}</legend>
          {listed.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={now.includes(id)}
              disabled={readOnly}
              onChange={(event) => choose(id, event.target.checked)}
            />
          ))}
        </fieldset>
        {list.hasNextPage ? (
          <Button busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {uiTexts.loadMore}
          </Button>
        ) : null}
        {failure ? <Alert tone="danger">{messageOf(failure)}</Alert> : null}
        {readOnly ? null : (
          <Button
            busy={busy}
            disabledReason={chosen === null ? profileTexts.partnersUnchanged : undefined}
            onClick={save}
          >
            {profileTexts.partnersSave}
          </Button>
        )}
      </div>
    </Card>
  );
}
