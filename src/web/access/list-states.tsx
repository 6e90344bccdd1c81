import type { ReactNode } from 'react';
import { Skeleton } from '../ui/skeleton.tsx';
import { LoadFailure } from './load-failure.tsx';

export type ListStatesProps = {
  query: { isPending: boolean; error: unknown; refetch: () => unknown };
  /** Rows loaded so far. */
  count: number;
  empty: ReactNode;
  children: ReactNode;
};

/** Loading, refused, failed, empty, or the list itself. Rows already loaded stay while a reload fails. */
export function ListStates({ query, count, empty, children }: ListStatesProps) {
  if (query.isPending) return <Skeleton lines={8} />;
  if (query.error && count === 0) return <LoadFailure within error={query.error} onRetry={query.refetch} />;
  return count === 0 ? empty : children;
}
