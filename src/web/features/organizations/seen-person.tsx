import { type Permission, permissionSpec, permissions, type ResourceKey } from '../../../catalog/catalog.ts';
import { roles } from '../../../catalog/roles.ts';
import type { Organization } from '../../../contract/organizations.ts';
import { grants } from '../../access/grants.ts';
import { navigationOf } from '../../access/navigation.ts';
import type { Output } from '../../lib/api.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import type { RecordTab } from '../../records/record-tabs.tsx';
import { SeenBy } from '../../records/seen-by.tsx';
import { organizationTexts } from '../../texts/organizations.ts';
import { Alert } from '../../ui/alert.tsx';
import { Card } from '../../ui/card.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { commerceTabs } from './commerce-tabs.tsx';
import { OrganizationContactsTab } from './organization-contacts-tab.tsx';
import { OrganizationUsersTab } from './organization-users-tab.tsx';

const says = organizationTexts.seen;

type Seen = Output<'GET /users/:id/access'>;
type Props = { userId: string; name: string; access: Seen; account: Organization };

/** The lists that a person can have of their account. */
const lists: readonly RecordTab<'organizations'>[] = [
  ...commerceTabs,
  {
    key: 'contacts',
    label: organizationTexts.tabs.contacts,
    permission: 'contacts.view',
    content: OrganizationContactsTab,
  },
  {
    key: 'users',
    label: organizationTexts.tabs.users,
    permission: 'users.view',
    content: OrganizationUsersTab,
  },
];

/** Navigation, rights and records of one person, to be looked at only. */
export function SeenPerson({ userId, name, access, account }: Props) {
  const { search, patch } = useUrlSearch();
  const shown =
    access.status === 'active' ? lists.filter(({ permission }) => grants(access, permission)) : [];
  const tabs = shown.map(({ key, label, content: Content }) => ({
    key,
    label,
    content: (
      <SeenBy userId={userId}>
        <Content row={account} />
      </SeenBy>
    ),
  }));
  return (
    <section aria-label={says.heading(name)} className="flex flex-col gap-4">
      <div>
        <h2 className="text-base font-semibold">{says.heading(name)}</h2>
        <p className="text-ink-muted">
          {says.holds(access.role_label, access.profile.name)} {says.home(roles[access.role].home)}
        </p>
      </div>
      {access.status === 'active' ? null : <Alert tone="warning">{says.notActive[access.status]}</Alert>}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <Card title={says.navigation}>
          <Navigation access={access} />
        </Card>
        {tabs.length > 0 ? (
          <Tabs
            label={says.records}
            tabs={tabs}
            value={search.seen ?? ''}
            onChange={(seen) => patch({ seen })}
          />
        ) : null}
      </div>
    </section>
  );
}

/** The areas of their navigation, each with what they may do there, in words. */
function Navigation({ access }: { access: Seen }) {
  return (
    <div className="flex flex-col gap-3">
      {navigationOf(access).map((group) => (
        <div key={group.key}>
          <p className="text-xs font-medium text-ink-muted">{group.label}</p>
          <ul>
            {group.items.map(({ key, label }) => (
              <li key={key} className="py-1">
                <span className="font-medium">{label}</span>
                <Rights access={access} resource={key} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {access.withheld > 0 ? <p className="text-ink-muted">{says.withheld(access.withheld)}</p> : null}
    </div>
  );
}

function Rights({ access, resource }: { access: Seen; resource: ResourceKey }) {
  const held = access.resources[resource];
  if (!held) return null;
  const actions = permissions.filter((permission) => isHeldAction(access, resource, permission));
  const words = actions.map((permission) => permissionSpec(permission).action?.label.toLowerCase());
  return (
    <span className="block text-xs text-ink-muted">
      {says.level[held.level]}
      {words.length > 0 ? `. ${says.may(words.join(', '))}` : ''}
    </span>
  );
}

function isHeldAction(access: Seen, resource: ResourceKey, permission: Permission): boolean {
  const spec = permissionSpec(permission);
  return spec.resource === resource && spec.action !== null && grants(access, permission);
}
