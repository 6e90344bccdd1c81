import { reachesSeveral } from '../../catalog/roles.ts';
import type { Listed } from '../records/record-queries.ts';
import { NumberLink, OrganizationLink } from './commerce-links.tsx';

/** The number of each record, as the link to it. */
export function numberColumn(resource: Listed, header: string) {
  return {
    key: 'number',
    header,
    nowrap: true,
    cell: (row: { id: string; number: string }) => <NumberLink resource={resource} to={row} />,
  };
}

/** The organization of each record, for those who reach more than their own. */
export function organizationColumn(header: string) {
  return {
    key: 'organization',
    header,
    shownTo: reachesSeveral,
    cell: (row: { organization: { id: string; name: string } }) => <OrganizationLink to={row.organization} />,
  };
}
