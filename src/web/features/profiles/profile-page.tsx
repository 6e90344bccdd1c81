import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { LoadFailure } from '../../access/load-failure.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProfileEditor } from './profile-editor.tsx';

export function ProfilePage() {
  const { id } = useParams({ from: '/shell/profiles/$id' });
  const query = useQuery(apiQuery('GET /profiles/:id', { params: { id } }));
  if (query.isPending) return <Skeleton lines={12} />;
  if (!query.data) return <LoadFailure error={query.error} onRetry={query.refetch} />;
  return <ProfileEditor key={id} profile={query.data} />;
}
