import { useSession } from '../../access/use-session.ts';
import { TextLink } from '../../ui/text-link.tsx';

/** People of a customer reach no organization but their own: for them it stays a name. */
export function OrganizationLink({ to }: { to: { id: string; name: string } }) {
  const own = useSession().user.organization_id;
  if (own !== null && own !== to.id) return to.name;
  return (
    <TextLink to="/organizations/$id" params={{ id: to.id }}>
      {to.name}
    </TextLink>
  );
}
