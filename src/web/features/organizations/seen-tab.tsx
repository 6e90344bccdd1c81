import { useQuery } from '@tanstack/react-query';
import type { Organization } from '../../../contract/organizations.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { fullName } from '../../lib/format.ts';
import { apiQuery } from '../../lib/queries.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { recordQueries } from '../../records/record-queries.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SeenPerson } from './seen-person.tsx';

const says = organizationTexts.seen;

/** The portal with the eyes of a person of the account, to talk them through it. */
export function SeenTab({ row }: { row: Organization }) {
  const { search, patch } = useUrlSearch();
  const people = useQuery(
    recordQueries('users').page({ organization_id: row.id, sort: 'last_name', limit: 200 }),
  );
  if (people.error && !people.data)
    return <LoadFailure within error={people.error} onRetry={people.refetch} />;
  if (!people.data) return <Skeleton lines={4} />;
  const { items } = people.data;
  if (items.length === 0) return <EmptyState title={says.nobodyTitle} text={says.nobodyText} />;
  const options = items.map((user) => ({
    value: user.id,
    label: `${fullName(user)} (${user.profile.name})`,
  }));
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-ink-muted">{says.text}</p>
      <SelectField
        label={says.person}
        placeholder={says.choose}
        options={options}
        value={search.person ?? ''}
        onChange={(event) => patch({ person: event.target.value || undefined, seen: undefined })}
        fieldClassName="max-w-sm"
      />
      {items
        .filter(({ id }) => id === search.person)
        .map((user) => (
          <Seen key={user.id} userId={user.id} name={fullName(user)} account={row} />
        ))}
    </div>
  );
}

type SeenProps = { userId: string; name: string; account: Organization };

function Seen({ userId, name, account }: SeenProps) {
  const access = useQuery(apiQuery('GET /users/:id/access', { params: { id: userId } }));
  if (access.error && !access.data)
    return <LoadFailure within error={access.error} onRetry={access.refetch} />;
  if (!access.data) return <Skeleton lines={6} />;
  return <SeenPerson userId={userId} name={name} access={access.data} account={account} />;
}
