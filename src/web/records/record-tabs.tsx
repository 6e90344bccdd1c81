import type { ComponentType } from 'react';
import type { Permission } from '../../catalog/catalog.ts';
import { type Access, grants } from '../access/grants.ts';
import { RecordHistory, tellsHistory } from '../access/record-history.tsx';
import { useAccess } from '../access/use-access.ts';
import { useSession } from '../access/use-session.ts';
import { useUrlSearch } from '../lib/url-search.ts';
import { recordHistoryTexts } from '../texts/record-history.ts';
import { recordTexts } from '../texts/records.ts';
import { Tabs } from '../ui/tabs.tsx';
import { wordsOf } from './record-names.ts';
import type { DetailOf, Listed } from './record-queries.ts';

/** A related list on the page of a record. */
export type RecordTab<R extends Listed> = {
  key: string;
  label: string;
  /** Only where the reader's profile holds it. */
  permission: Permission;
  /** Only for some records. */
  shown?: (row: DetailOf<R>, reader: Access) => boolean;
  /** Closed inside of a log in as, where its permission is open for something else. */
  closedInside?: true;
  content: ComponentType<{ row: DetailOf<R> }>;
};

type Props<R extends Listed> = { resource: R; row: DetailOf<R>; tabs: readonly RecordTab<R>[] };

/** The related lists that the reader's profile opens, and the history. */
export function RecordTabs<R extends Listed>({ resource, row, tabs }: Props<R>) {
  const { search, patch } = useUrlSearch();
  const access = useAccess();
  const inside = useSession().login_as !== null;
  const related = tabs
    .filter(({ closedInside }) => !(closedInside && inside))
    .filter(({ permission, shown }) => grants(access, permission) && (shown?.(row, access) ?? true))
    .map(({ key, label, content: Content }) => ({ key, label, content: <Content row={row} /> }));
  const told: Listed = resource;
  const history = tellsHistory(told)
    ? [
        {
          key: 'history',
          label: recordHistoryTexts.title,
          content: <RecordHistory resource={told} id={row.id} />,
        },
      ]
    : [];
  const all = [...related, ...history];
  const open = all.find((tab) => tab.key === search.tab) ?? all[0];
  if (!open) return null;
  const label = recordTexts.about(wordsOf(resource).one);
  return <Tabs label={label} tabs={all} value={open.key} onChange={(tab) => patch({ tab })} />;
}
