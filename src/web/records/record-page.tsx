import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { pathOf } from '../../catalog/paths.ts';
import { LoadFailure } from '../access/load-failure.tsx';
import { RecordHistory, useTellsHistory } from '../access/record-history.tsx';
import { recordHistoryTexts } from '../texts/record-history.ts';
import { Button } from '../ui/button.tsx';
import type { MenuAction } from '../ui/menu.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { type RecordAction, useRecordActions } from './record-actions.tsx';
import { recordName, wordsOf } from './record-names.ts';
import { type DetailOf, type Listed, recordQueries } from './record-queries.ts';
import { type RecordTab, RecordTabs } from './record-tabs.tsx';

/** The page of one record, declared by its feature; `RecordPage` draws it. */
export type RecordView<R extends Listed> = {
  resource: R;
  /** Number, kind or place below the name. */
  subtitle: (row: DetailOf<R>) => ReactNode;
  /** State badges beside the name. */
  status: (row: DetailOf<R>) => ReactNode;
  facts: (row: DetailOf<R>) => ReactNode;
  actions: readonly RecordAction<R>[];
  /** Related lists; the history is the last of them, or stands below the facts where there are none. */
  tabs?: readonly RecordTab<R>[];
};

/** Loads the record of the address and shows it: name, actions, facts, related lists, history. */
export function RecordPage<R extends Listed>({ view }: { view: RecordView<R> }) {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(recordQueries(view.resource).one(id));
  if (query.data) return <Loaded key={id} view={view} row={query.data} />;
  if (query.error) return <LoadFailure error={query.error} onRetry={query.refetch} />;
  return <Skeleton lines={10} />;
}

function Loaded<R extends Listed>({ view, row }: { view: RecordView<R>; row: DetailOf<R> }) {
  const { resource, tabs } = view;
  const list = pathOf(resource);
  const navigate = useNavigate();
  const { menuOf, dialog } = useRecordActions(resource, view.actions, {
    row,
    onGone: () => navigate({ to: list, replace: true }),
  });
  return (
    <>
      <PageHeader
        back={<TextLink to={list}>{wordsOf(resource).many}</TextLink>}
        title={recordName(resource, row).name}
        subtitle={view.subtitle(row)}
        status={view.status(row)}
        actions={<Buttons actions={menuOf(row)} />}
      />
      {view.facts(row)}
      {tabs ? (
        <RecordTabs resource={resource} row={row} tabs={tabs} />
      ) : (
        <HistoryBelow resource={resource} id={row.id} />
      )}
      {dialog}
    </>
  );
}

/** What a record is mostly opened for. */
const main: readonly string[] = ['edit', 'pay'];

/** The main one stands last. */
function Buttons({ actions }: { actions: readonly MenuAction[] }) {
  return actions.toReversed().map((action) => (
    <Button
      key={action.key}
      tone={main.includes(action.key) && !action.disabledReason ? 'primary' : 'secondary'}
      disabledReason={action.disabledReason}
      onClick={action.onSelect}
    >
      {action.label}
    </Button>
  ));
}

function HistoryBelow({ resource, id }: { resource: Listed; id: string }) {
  const titleId = useId();
  if (!useTellsHistory(resource)) return null;
  return (
    <section aria-labelledby={titleId} className="mt-6">
      <h2 id={titleId} className="mb-2 text-base font-semibold">
        {recordHistoryTexts.title}
      </h2>
      <RecordHistory resource={resource} id={id} />
    </section>
  );
}
