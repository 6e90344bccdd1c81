import { useNavigate } from '@tanstack/react-router';
import { pathOf } from '../../catalog/paths.ts';
import type { Listed } from './record-queries.ts';

/** Goes to the page of one record, or to a tab of it. */
export function useOpenRecord(resource: Listed) {
  const navigate = useNavigate();
  return (id: string, tab?: string) =>
    navigate({ to: `${pathOf(resource)}/$id`, params: { id }, search: tab ? { tab } : {} });
}

/** The same for one that was just added: the way back leads to its list, not to another empty form. */
export function useOpenAdded(resource: Listed) {
  const navigate = useNavigate();
  const open = useOpenRecord(resource);
  return async (id: string) => {
    await navigate({
      to: '.',
      search: (before: Record<string, string>) => ({ ...before, new: undefined }),
      replace: true,
      resetScroll: false,
    });
    await open(id);
  };
}
