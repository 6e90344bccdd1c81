import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type Output } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { type Draft, grantsOf } from './draft.ts';

export type Preview = Output<'POST /profiles/:id/preview'>;
export type Effect = Preview['effect']['resources'][string];

const delay = 300;

/** Asks the server, once the typing rests, what the draft would mean today. */
export function usePreview(id: string, version: number, draft: Draft) {
  const settled = useSettled(draft, delay);
  const grants = useMemo(() => grantsOf(settled), [settled]);
  return useQuery({
    queryKey: ['profiles', 'preview', id, version, grants] as const,
    queryFn: ({ signal }) => api('POST /profiles/:id/preview', { params: { id }, body: { grants }, signal }),
    placeholderData: keepPreviousData,
  });
}
