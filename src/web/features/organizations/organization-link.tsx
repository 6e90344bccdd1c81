import { TextLink } from '../../ui/text-link.tsx';

export function OrganizationLink({ to }: { to: { id: string; name: string } }) {
  return (
    <TextLink to="/organizations/$id" params={{ id: to.id }}>
      {to.name}
    </TextLink>
  );
}
