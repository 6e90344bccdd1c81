import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { pathOf } from '../../catalog/paths.ts';
import { grants } from '../access/grants.ts';
import { useAccess } from '../access/use-access.ts';
import { useSettled } from '../lib/use-settled.ts';
import { listedResources, recordName, wordsOf } from '../records/record-names.ts';
import { type Listed, type RowOf, recordQueries } from '../records/record-queries.ts';
import type { Command } from './palette-command.ts';

const limit = 5;
const pause = 200;

type Open = (path: string, id: string) => void;

function commandsOf<R extends Listed>(resource: R, rows: readonly RowOf<R>[], open: Open): Command[] {
  const section = wordsOf(resource).many;
  return rows.map((row) => {
    const { name, note } = recordName(resource, row);
    const run = () => open(pathOf(resource), row.id);
    return { key: row.id, section, label: name, ...(note ? { note } : {}), run };
  });
}

export type Found = {
  commands: readonly Command[];
  searching: boolean;
  /** Lists that could not be searched. */
  failed: readonly string[];
};

/** Records by number or name, from the lists the reader can open. */
export function useFoundRecords(typed: string): Found {
  const navigate = useNavigate();
  const access = useAccess();
  const wanted = typed.trim();
  const q = useSettled(wanted, pause);
  const open: Open = (path, id) => navigate({ to: `${path}/$id`, params: { id } });
  const searched = q.length < 2 ? [] : listedResources.filter((key) => grants(access, `${key}.view`));
  const found = useQueries({
    queries: searched.map((resource) => recordQueries(resource).page({ q, limit })),
  });
  // What was found for fewer letters is not offered: Enter would open it.
  if (q !== wanted) return { commands: [], searching: wanted.length >= 2, failed: [] };
  return {
    commands: searched.flatMap((resource, at) => commandsOf(resource, found[at]?.data?.items ?? [], open)),
    searching: found.some(({ isFetching }) => isFetching),
    failed: searched.filter((_, at) => found[at]?.isError).map((resource) => wordsOf(resource).many),
  };
}
