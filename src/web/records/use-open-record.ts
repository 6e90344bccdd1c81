import { useNavigate } from '@tanstack/react-router';
import { pathOf } from '../../catalog/paths.ts';
import type { Listed } from './record-queries.ts';

/** Goes to the page of one record, or to a tab of it. */
export function useOpenRecord(resource: Listed) {
  const navigate = useNavigate();
  return (id: string, tab?: string) =>
    navigate({ to: `${pathOf(resource)}/$id`, params: { id }, search: tab ? { tab } : {} });
}
