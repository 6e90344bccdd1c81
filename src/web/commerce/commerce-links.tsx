import type { ResourceKey } from '../../catalog/catalog.ts';
import { pathOf } from '../../catalog/paths.ts';
import { useCan } from '../access/use-can.tsx';
import { useSession } from '../access/use-session.ts';
import type { Listed } from '../records/record-queries.ts';
import { TextLink } from '../ui/text-link.tsx';

type To = { id: string; name: string };

/** A link only where the reader's profile opens organizations; people of a customer reach none but their own. */
export function OrganizationLink({ to }: { to: To }) {
  const own = useSession().user.organization_id;
  return own === null || own === to.id ? <RecordLink resource="organizations" to={to} /> : to.name;
}

/** The number of another record; a link only where the reader's profile opens its kind. */
export function NumberLink({ resource, to }: { resource: Listed; to: { id: string; number: string } }) {
  return (
    <span className="tabular">
      <RecordLink resource={resource} to={{ id: to.id, name: to.number }} />
    </span>
  );
}

function RecordLink({ resource, to }: { resource: ResourceKey & Listed; to: To }) {
  if (!useCan(`${resource}.view`)) return to.name;
  return (
    <TextLink to={`${pathOf(resource)}/$id`} params={{ id: to.id }}>
      {to.name}
    </TextLink>
  );
}
