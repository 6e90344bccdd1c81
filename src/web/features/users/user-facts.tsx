import { reachesSeveral, roles, roleTypeLabels } from '../../../catalog/roles.ts';
import { useAccess } from '../../access/use-access.ts';
import { useCan } from '../../access/use-can.tsx';
import { usersTexts } from '../../texts/users.ts';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { MailAddress } from '../../ui/mail-address.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import type { UserRow } from './user-row.ts';

type Linked = { id: string; name: string } | null;

function OrganizationLink({ to }: { to: Linked }) {
  const opens = useCan('organizations.view');
  if (!to || !opens) return to?.name;
  return (
    <TextLink to="/organizations/$id" params={{ id: to.id }}>
      {to.name}
    </TextLink>
  );
}

function ProfileLink({ to }: { to: NonNullable<Linked> }) {
  const opens = useCan('profiles.view');
  if (!opens) return to.name;
  return (
    <TextLink to="/profiles/$id" params={{ id: to.id }}>
      {to.name}
    </TextLink>
  );
}

function UserLink({ to }: { to: NonNullable<Linked> }) {
  return (
    <TextLink to="/users/$id" params={{ id: to.id }}>
      {to.name}
    </TextLink>
  );
}

export function UserFacts({ user }: { user: UserRow }) {
  const role = roles[user.role];
  const several = reachesSeveral(useAccess().role);
  const { organization, partner, partner_administrator: administrator } = user;
  const facts = [
    { label: usersTexts.email, value: <MailAddress of={user.email} /> },
    { label: usersTexts.role, value: role.label },
    ...(several ? [{ label: usersTexts.roleType, value: roleTypeLabels[role.type] }] : []),
    { label: usersTexts.profile, value: <ProfileLink to={user.profile} /> },
    ...(organization
      ? [{ label: usersTexts.organization, value: <OrganizationLink to={organization} /> }]
      : []),
    ...(partner ? [{ label: usersTexts.partner, value: <OrganizationLink to={partner} /> }] : []),
    ...(administrator
      ? [{ label: usersTexts.partnerAdministrator, value: <UserLink to={administrator} /> }]
      : []),
    { label: usersTexts.alignment, value: usersTexts.alignments[user.effective_date_alignment] },
    {
      label: usersTexts.lastSignIn,
      value: user.last_sign_in_at ? <DateTime value={user.last_sign_in_at} style="time" /> : usersTexts.never,
    },
    { label: usersTexts.added, value: <DateTime value={user.created_at} style="time" /> },
    { label: usersTexts.changed, value: <DateTime value={user.updated_at} style="time" /> },
  ];
  return (
    <Card>
      <DescriptionList facts={facts} columns={3} />
    </Card>
  );
}
