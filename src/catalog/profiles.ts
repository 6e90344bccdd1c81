import { catalog, groupKeys, type ResourceKey, resourceKeys, resourceSpec } from './catalog.ts';
import type { Scope } from './define.ts';
import type { ResourceGrant, ShippedProfile } from './profile-grants.ts';
import type { Role } from './roles.ts';

const view = (...actions: string[]): ResourceGrant => ({ level: 'view', actions });
const edit = (...actions: string[]): ResourceGrant => ({ level: 'edit', actions });
const viewing = (scope: Scope, ...actions: string[]): ResourceGrant => ({
  level: 'view',
  view_scope: scope,
  actions,
});
const editing = (view_scope: Scope, edit_scope: Scope, ...actions: string[]): ResourceGrant => ({
  level: 'edit',
  view_scope,
  edit_scope,
  actions,
});

function everythingOf(resource: ResourceKey): ResourceGrant {
  const { levels, actions, records } = resourceSpec(resource);
  const names = Object.keys(actions);
  if (!levels.includes('edit'))
    return { level: 'view', ...(records ? { view_scope: 'all' } : {}), actions: names };
  return records ? editing('all', 'all', ...names) : edit(...names);
}

const changes = ['create', 'change', 'renew', 'cancel', 'pause', 'resume'] as const;
const methodActions = ['add', 'remove', 'set_default'] as const;
/** Minor units; a currency that is not named is refused. */
const supervisorLimit = { EUR: 50_000, USD: 50_000, GBP: 50_000, PLN: 200_000, SEK: 500_000 };

const all = Object.fromEntries(resourceKeys.map((key) => [key, everythingOf(key)]));
const customerProfiles = ['standard_customer', 'managed_customer', 'billing_contact'];

/** The twelve profiles that a new installation starts with. Keys are stable; names and grants can be edited, except the locked one. */
export const shippedProfiles: readonly ShippedProfile[] = [
  {
    key: 'global_administrator',
    name: 'Global Administrator',
    role_type: 'admin',
    locked: true,
    description: 'Everything, always. Cannot be edited.',
    grants: { groups: groupKeys, resources: all, may_invite: customerProfiles },
  },
  {
    key: 'administrator',
    name: 'Administrator',
    role_type: 'admin',
    description: 'Full administration of the portal.',
    grants: { groups: groupKeys, resources: all, may_invite: customerProfiles },
  },
  {
    key: 'default_admin',
    name: 'Default Admin',
    role_type: 'admin',
    description: 'A minimal administrator: looks after people, changes no permissions.',
    grants: {
      groups: ['overview', 'crm', 'settings'],
      resources: {
        dashboard: view(),
        organizations: viewing('all'),
        contacts: viewing('all'),
        users: viewing('all', 'invite', 'reset_password'),
      },
      may_invite: customerProfiles,
    },
  },
  {
    key: 'csr_junior',
    name: 'CSR Junior',
    role_type: 'csr',
    description: 'Looks things up for customers; downloads and sends their invoices.',
    grants: {
      groups: ['overview', 'crm', 'commerce', 'settings'],
      resources: {
        dashboard: view(),
        organizations: viewing('all'),
        contacts: viewing('all'),
        users: viewing('all', 'reset_password'),
        products: view(),
        orders: viewing('all'),
        subscriptions: viewing('all'),
        invoices: viewing('all', 'download', 'send'),
        payments: viewing('all'),
        payment_methods: viewing('all'),
        credits: viewing('all'),
      },
      may_invite: [],
    },
  },
  {
    key: 'csr_senior',
    name: 'CSR Senior',
    role_type: 'csr',
    description: 'Views every account; edits accounts and subscriptions of their own book of business.',
    grants: {
      groups: ['overview', 'crm', 'commerce', 'settings'],
      resources: {
        dashboard: view(),
        organizations: editing('all', 'created_or_assigned', 'create', 'export'),
        contacts: editing('all', 'created_or_assigned', 'create', 'delete'),
        users: viewing('all', 'invite', 'reset_password'),
        products: view(),
        orders: editing('all', 'created_or_assigned', 'create', 'cancel'),
        subscriptions: editing('all', 'created_or_assigned', ...changes),
        invoices: viewing('all', 'pay', 'download', 'send'),
        payments: viewing('all'),
        payment_methods: editing('all', 'created_or_assigned', ...methodActions),
        credits: viewing('all', 'apply'),
      },
      may_invite: customerProfiles,
    },
  },
  {
    key: 'csr_supervisor',
    name: 'CSR Supervisor',
    role_type: 'csr',
    description: 'Full management of accounts and subscriptions; credits and refunds up to a limit.',
    grants: {
      groups: ['overview', 'crm', 'commerce', 'settings'],
      resources: {
        dashboard: view(),
        organizations: editing('all', 'all', 'create', 'assign', 'export', 'import'),
        contacts: editing('all', 'all', 'create', 'delete'),
        users: viewing('all', 'invite', 'reset_password'),
        products: view(),
        orders: editing('all', 'all', 'create', 'cancel'),
        subscriptions: editing('all', 'all', ...changes, 'choose_date', 'import'),
        invoices: editing('all', 'all', 'pay', 'download', 'send', 'void', 'import'),
        payments: { ...editing('all', 'all', 'refund'), limits: { refund: supervisorLimit } },
        payment_methods: editing('all', 'all', ...methodActions),
        credits: { ...editing('all', 'all', 'issue', 'apply'), limits: { issue: supervisorLimit } },
      },
      may_invite: customerProfiles,
    },
  },
  {
    key: 'partner_administrator',
    name: 'Partner Administrator',
    role_type: 'partner',
    description: 'Runs a partner: its accounts, their subscriptions and its account executives.',
    grants: {
      groups: ['overview', 'crm', 'commerce', 'settings'],
      resources: {
        dashboard: view(),
        organizations: editing('all', 'all', 'create', 'assign', 'export'),
        contacts: editing('all', 'all', 'create', 'delete'),
        users: editing('all', 'all', 'invite', 'suspend', 'reset_password', 'assign_profile'),
        products: view(),
        orders: editing('all', 'all', 'create', 'cancel'),
        subscriptions: editing('all', 'all', ...changes, 'choose_date'),
        invoices: viewing('all', 'pay', 'download', 'send'),
        payments: viewing('all'),
        payment_methods: editing('all', 'all', ...methodActions),
        credits: viewing('all', 'apply'),
      },
      may_invite: customerProfiles,
    },
  },
  {
    key: 'partner_account_executive',
    name: 'Partner Account Executive',
    role_type: 'partner',
    description: 'Looks after the accounts assigned to them.',
    grants: {
      groups: ['overview', 'crm', 'commerce', 'settings'],
      resources: {
        dashboard: view(),
        organizations: editing('created_or_assigned', 'created_or_assigned', 'create', 'export'),
        contacts: editing('created_or_assigned', 'created_or_assigned', 'create', 'delete'),
        users: viewing('created_or_assigned', 'invite'),
        products: view(),
        orders: editing('created_or_assigned', 'created_or_assigned', 'create', 'cancel'),
        subscriptions: editing('created_or_assigned', 'created_or_assigned', ...changes, 'choose_date'),
        invoices: viewing('created_or_assigned', 'pay', 'download', 'send'),
        payments: viewing('created_or_assigned'),
        payment_methods: editing('created_or_assigned', 'created_or_assigned', ...methodActions),
        credits: viewing('created_or_assigned', 'apply'),
      },
      may_invite: customerProfiles,
    },
  },
  {
    key: 'partner_viewer',
    name: 'Partner Viewer',
    role_type: 'partner',
    description: 'Reads the accounts of the partner; changes nothing.',
    grants: {
      groups: ['overview', 'crm', 'commerce'],
      resources: {
        dashboard: view(),
        organizations: viewing('all'),
        contacts: viewing('all'),
        products: view(),
        orders: viewing('all'),
        subscriptions: viewing('all'),
        invoices: viewing('all'),
        payments: viewing('all'),
        credits: viewing('all'),
      },
      may_invite: [],
    },
  },
  {
    key: 'standard_customer',
    name: 'Standard Customer',
    role_type: 'customer',
    description: 'Manages their own organization, its contacts and subscriptions; pays invoices.',
    grants: {
      groups: ['overview', 'crm', 'commerce', 'settings'],
      resources: {
        dashboard: view(),
        organizations: editing('all', 'all'),
        contacts: editing('all', 'all', 'create', 'delete'),
        users: viewing('all', 'invite'),
        products: view(),
        orders: editing('all', 'all', 'create'),
        subscriptions: editing('all', 'all', ...changes),
        invoices: viewing('all', 'pay', 'download'),
        payments: viewing('all'),
        payment_methods: editing('all', 'all', ...methodActions),
        credits: viewing('all', 'apply'),
      },
      may_invite: customerProfiles,
    },
  },
  {
    key: 'managed_customer',
    name: 'Managed Customer',
    role_type: 'customer',
    description: 'Views subscriptions and pays invoices; changes are made for them.',
    grants: {
      groups: ['overview', 'crm', 'commerce'],
      resources: {
        dashboard: view(),
        organizations: viewing('all'),
        contacts: viewing('all'),
        products: view(),
        orders: viewing('all'),
        subscriptions: viewing('all'),
        invoices: viewing('all', 'pay', 'download'),
        payments: viewing('all'),
        payment_methods: editing('all', 'all', ...methodActions),
        credits: viewing('all', 'apply'),
      },
      may_invite: [],
    },
  },
  {
    key: 'billing_contact',
    name: 'Billing Contact',
    role_type: 'customer',
    description: 'Sees and pays invoices, looks after payment methods, and nothing else.',
    grants: {
      groups: ['crm', 'commerce'],
      resources: {
        organizations: viewing('all'),
        invoices: viewing('all', 'pay', 'download'),
        payment_methods: editing('all', 'all', ...methodActions),
      },
      may_invite: [],
    },
  },
];

/** The shipped profile, by its key, that new people of a role are given unless their inviter chooses another: the narrowest that does the role's work. */
export const defaultProfileKeys = {
  customer: 'standard_customer',
  partner_account_executive: 'partner_account_executive',
  partner_administrator: 'partner_administrator',
  account_executive: 'csr_junior',
  system_administrator: 'default_admin',
  global_administrator: 'global_administrator',
} as const satisfies Record<Role, string>;

/** A text that changes whenever the declaration does: stored with the database and compared at start. */
export function catalogText(): string {
  return JSON.stringify(catalog);
}
