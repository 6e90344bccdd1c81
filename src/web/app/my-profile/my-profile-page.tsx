import { useQuery } from '@tanstack/react-query';
import { LoadFailure } from '../../access/load-failure.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { myProfileTexts } from '../../texts/my-profile.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DetailsCard } from './details-card.tsx';
import { EmailCard } from './email-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { SessionsCard } from './sessions-card.tsx';

export function MyProfilePage() {
  const me = useQuery(apiQuery('GET /me'));
  if (me.isPending) return <Skeleton />;
  if (me.error) return <LoadFailure error={me.error} onRetry={me.refetch} />;
  return (
    <>
      <PageHeader title={myProfileTexts.title} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <DetailsCard me={me.data} />
        <div className="flex flex-col gap-4">
          <PasswordCard />
          <EmailCard email={me.data.email} />
        </div>
        <SessionsCard />
      </div>
    </>
  );
}
