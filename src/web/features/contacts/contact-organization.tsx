import { useCan } from '../../access/use-can.tsx';
import { TextLink } from '../../ui/text-link.tsx';

/** A link only where the reader's profile opens organizations. */
export function ContactOrganization({ organization }: { organization: { id: string; name: string } }) {
  if (!useCan('organizations.view')) return organization.name;
  return (
    <TextLink to="/organizations/$id" params={{ id: organization.id }}>
      {organization.name}
    </TextLink>
  );
}
