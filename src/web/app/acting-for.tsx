import { useQuery } from '@tanstack/react-query';
import { useParams, useRouterState } from '@tanstack/react-router';
import { pathOf } from '../../catalog/paths.ts';
import { roles } from '../../catalog/roles.ts';
import { useAccess } from '../access/use-access.ts';
import { useCan } from '../access/use-can.tsx';
import { useSession } from '../access/use-session.ts';
import { useUrlSearch } from '../lib/url-search.ts';
import { listedResources } from '../records/record-names.ts';
import { type Listed, recordQueries } from '../records/record-queries.ts';
import { hubTexts } from '../texts/hubs.ts';
import { TextLink } from '../ui/text-link.tsx';

type Account = { id: string; name: string };

/** The resource of the page that is open. */
function useOpenResource(): Listed | undefined {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return listedResources.find(
    (resource) => path === pathOf(resource) || path.startsWith(`${pathOf(resource)}/`),
  );
}

function isAccount(value: unknown): value is Account {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value;
}

/** Whose the record at hand is; read off the record itself, so that nothing has to be remembered. */
function accountOf(resource: Listed, row: object): Account | null {
  if (resource === 'organizations') return isAccount(row) ? row : null;
  const organization: unknown = Reflect.get(row, 'organization');
  return isAccount(organization) ? organization : null;
}

/** The account of the record that is open, or of the list that is narrowed to one. */
function useAccountAtHand(): Account | null {
  const resource = useOpenResource();
  const { id } = useParams({ strict: false });
  const { search } = useUrlSearch();
  const seesAccounts = useCan('organizations.view');
  const onRecord = resource !== undefined && id !== undefined;
  // What the page has loaded already: this asks for nothing itself.
  const record = useQuery({ ...recordQueries(resource ?? 'organizations').one(id ?? ''), enabled: false });
  const narrowedTo = id === undefined ? search.organization_id : undefined;
  const narrowed = useQuery({
    ...recordQueries('organizations').one(narrowedTo ?? ''),
    enabled: seesAccounts && resource !== undefined && narrowedTo !== undefined,
  });
  if (onRecord) return record.data ? accountOf(resource, record.data) : null;
  return narrowed.data ?? null;
}

/** Names the account whose pages a partner or an account executive is on, with the way back to it. */
export function ActingFor() {
  const account = useAccountAtHand();
  const { type, home: roleHome } = roles[useAccess().role];
  const { user } = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const acts = type === 'partner' || type === 'csr';
  if (!acts || !account || account.id === user.partner_id) return null;
  const home = `/organizations/${account.id}`;
  return (
    <section
      aria-label={hubTexts.accountBar}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-soft px-4 py-1.5 md:px-6"
    >
      <p className="min-w-0 wrap-anywhere">
        {type === 'partner' ? hubTexts.actingFor : hubTexts.lookingAt}{' '}
        <strong className="font-semibold">{account.name}</strong>
      </p>
      {path === home ? (
        <TextLink to="/" className="ms-auto">
          {roleHome}
        </TextLink>
      ) : (
        <TextLink to="/organizations/$id" params={{ id: account.id }} className="ms-auto">
          {hubTexts.backToAccount}
        </TextLink>
      )}
    </section>
  );
}
