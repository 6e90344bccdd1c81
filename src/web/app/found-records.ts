import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { pathOf } from '../../catalog/paths.ts';
import { grants } from '../access/grants.ts';
import { useAccess } from '../access/use-access.ts';
import { listedResources, recordName, wordsOf } from '../records/record-names.ts';
import { type Listed, type Page, recordQueries } from '../records/record-queries.ts';
import type { Command } from './palette-command.ts';

const limit = 5;

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
  const q = useDeferredValue(typed.trim());
  const open = (path: string, id: string) => navigate({ to: `${path}/$id`, params: { id } });
  const searched = q.length < 2 ? [] : listedResources.filter((key) => grants(access, `${key}.view`));
  const found = useQueries({ queries: searched.map((resource) => foundIn(resource, q, open)) });
  return {
    commands: found.flatMap(({ data }) => data ?? []),
    searching: found.some(({ isFetching }) => isFetching),
  };
}
