import { useQuery } from '@tanstack/react-query';
import { LoadFailure } from '../../access/load-failure.tsx';
import { useSession } from '../../access/use-session.ts';
import type { Output } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import { apiQuery } from '../../lib/queries.ts';
import { loginAsTexts } from '../../texts/login-as.ts';
import { myProfileTexts } from '../../texts/my-profile.ts';
import { Alert } from '../../ui/alert.tsx';
import { Card } from '../../ui/card.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { MailAddress } from '../../ui/mail-address.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DetailsCard } from './details-card.tsx';
import { EmailCard } from './email-card.tsx';
import { FormatsCard } from './formats-card.tsx';
import { NotificationsCard } from './notifications-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { SessionsCard } from './sessions-card.tsx';

export function MyProfilePage() {
  const inside = useSession().login_as;
  const me = useQuery(apiQuery('GET /me'));
  if (me.isPending) return <Skeleton />;
  if (!me.data) return <LoadFailure error={me.error} onRetry={me.refetch} />;
  if (inside) return <OfAnother me={me.data} />;
  return (
    <>
      <PageHeader title={myProfileTexts.title} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <DetailsCard me={me.data} />
          <FormatsCard me={me.data} />
        </div>
        <div className="flex flex-col gap-4">
          <PasswordCard />
          <EmailCard email={me.data.email} />
        </div>
        <NotificationsCard />
        <SessionsCard />
      </div>
    </>
  );
}

/** What somebody who is logged in as this person sees of it. */
function OfAnother({ me }: { me: Output<'GET /me'> }) {
  const name = fullName(me);
  const facts = [
    { label: myProfileTexts.email, value: <MailAddress of={me.email} /> },
    { label: myProfileTexts.role, value: me.role_label },
    { label: myProfileTexts.profile, value: me.profile_name },
  ];
  return (
    <>
      <PageHeader title={myProfileTexts.title} subtitle={name} />
      <div className="flex max-w-2xl flex-col gap-4">
        <Alert title={loginAsTexts.ownTitle}>{loginAsTexts.ownText(name)}</Alert>
        <Card>
          <DescriptionList facts={facts} />
        </Card>
      </div>
    </>
  );
}
