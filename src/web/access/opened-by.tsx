import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Permission } from '../../catalog/catalog.ts';
import { queryOf } from '../lib/queries.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { LoadFailure } from './load-failure.tsx';
import { useCan } from './use-can.tsx';

type OpenedByProps = {
  permission: Permission;
  /** The route that the page cannot do without. */
  route: `GET /${string}`;
  children: ReactNode;
};

/** A page for those whose profile opens it. Everybody else has the server say so, with the number of its decision. */
export function OpenedBy({ permission, route, children }: OpenedByProps) {
  const can = useCan(permission);
  const asked = useQuery({ ...queryOf<unknown>(route, {}), enabled: !can });
  if (can || asked.data) return children;
  return asked.error ? <LoadFailure error={asked.error} onRetry={asked.refetch} /> : <Skeleton lines={8} />;
}
