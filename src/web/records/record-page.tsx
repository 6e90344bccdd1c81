import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ComponentType, type ReactNode, useId } from 'react';
import { pathOf } from '../../catalog/paths.ts';
import { roles } from '../../catalog/roles.ts';
import { framedLabel } from '../access/framing.ts';
import { LoadFailure } from '../access/load-failure.tsx';
import { RecordHistory, tellsHistory } from '../access/record-history.tsx';
import { useAccess } from '../access/use-access.ts';
import { recordHistoryTexts } from '../texts/record-history.ts';
import { Button } from '../ui/button.tsx';
import type { MenuAction } from '../ui/menu-parts.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { type RecordAction, useRecordActions } from './record-actions.tsx';
import { recordName } from './record-names.ts';
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
  /** A button of another feature, beside those of the actions. */
  buttons?: ComponentType<{ row: DetailOf<R> }>;
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
  const { resource, tabs, buttons: More } = view;
  const list = pathOf(resource);
  const navigate = useNavigate();
  const { menuOf, dialog } = useRecordActions(resource, view.actions, {
    row,
    onGone: () => navigate({ to: list, replace: true }),
  });
  return (
    <>
      <PageHeader
        back={<BackToList resource={resource} />}
        title={recordName(resource, row).name}
        subtitle={view.subtitle(row)}
        status={view.status(row)}
        actions={
          <>
            <Buttons actions={menuOf(row)} />
            {More ? <More row={row} /> : null}
          </>
        }
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

/** To the list it stands in. Customers have one organization, and their hub is above it. */
function BackToList({ resource }: { resource: Listed }) {
  const { role } = useAccess();
  if (resource === 'organizations' && role === 'customer') {
    return <TextLink to="/">{roles[role].home}</TextLink>;
  }
  return <TextLink to={pathOf(resource)}>{framedLabel(role, resource)}</TextLink>;
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
  if (!tellsHistory(resource)) return null;
  return (
    <section aria-labelledby={titleId} className="mt-6">
      <h2 id={titleId} className="mb-2 text-base font-semibold">
        {recordHistoryTexts.title}
      </h2>
      <RecordHistory resource={resource} id={id} />
    </section>
  );
}
