import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { pathOf } from '../../catalog/paths.ts';
import { grants } from '../access/grants.ts';
import { useAccess } from '../access/use-access.ts';
import { useSettled } from '../lib/use-settled.ts';
import { listedResources, recordName, wordsOf } from '../records/record-names.ts';
import { type Listed, type Page, recordQueries } from '../records/record-queries.ts';
import type { Command } from './palette-command.ts';

const limit = 5;
const pause = 200;

/** The first records of one resource that contain a text, as commands that open them. */
function foundIn<R extends Listed>(resource: R, q: string, open: (path: string, id: string) => void) {
  const section = wordsOf(resource).many;
  return {
    ...recordQueries(resource).page({ q, limit }),
    select: ({ items }: Page<R>): Command[] =>
      items.map((row) => {
        const { name, note } = recordName(resource, row);
        const run = () => open(pathOf(resource), row.id);
        return { key: row.id, section, label: name, ...(note ? { note } : {}), run };
      }),
  };
}

/** Records by number or name, from the lists the reader can open. */
export function useFoundRecords(typed: string): { commands: readonly Command[]; searching: boolean } {
  const navigate = useNavigate();
  const access = useAccess();
  const wanted = typed.trim();
  const q = useSettled(wanted, pause);
  // The same queries until something changes: a `select` made anew would answer anew, and draw again for ever.
  const queries = useMemo(() => {
    const open = (path: string, id: string) => navigate({ to: `${path}/$id`, params: { id } });
    const searched = q.length < 2 ? [] : listedResources.filter((key) => grants(access, `${key}.view`));
    return searched.map((resource) => foundIn(resource, q, open));
  }, [q, access, navigate]);
  const found = useQueries({ queries });
  // What was found for fewer letters is not offered: Enter would open it.
  if (q !== wanted) return { commands: [], searching: wanted.length >= 2 };
  return {
    commands: found.flatMap(({ data }) => data ?? []),
    searching: found.some(({ isFetching }) => isFetching),
  };
}
