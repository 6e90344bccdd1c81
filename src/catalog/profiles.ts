import { catalog, groupKeys, type ResourceKey, resourceKeys, resourceSpec } from './catalog.ts';
import { edit, editing, view, viewing } from './grant-shorthand.ts';
import type { ResourceGrant, ShippedProfile } from './profile-grants.ts';

function everythingOf(resource: ResourceKey): ResourceGrant {
  const { levels, actions, records } = resourceSpec(resource);
  const names = Object.keys(actions);
  if (!levels.includes('edit'))
    return { level: 'view', ...(records ? { view_scope: 'all' } : {}), actions: names };
  return records ? editing('all', 'all', ...names) : edit(...names);
}

const changes = ['create', 'change', 'renew', 'cancel', 'pause', 'resume'] as const;
const methodActions = ['add', 'remove', 'set_default'] as const;
const partnerCases = ['create', 'reply', 'assign', 'close'] as const;
const staffCases = [...partnerCases, 'read_internal_notes'] as const;
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
        cases: viewing('all'),
        users: viewing('all', 'invite', 'reset_password'),
      },
      may_invite: customerProfiles,
    },
  },
  {
    key: 'csr_junior',
    name: 'CSR Junior',
    role_type: 'csr',
    description: 'Looks things up for customers, answers their cases; downloads and sends their invoices.',
    grants: {
      groups: ['overview', 'crm', 'commerce', 'content', 'settings'],
      resources: {
        dashboard: view(),
        organizations: viewing('all'),
        contacts: viewing('all'),
        cases: viewing('all', 'reply', 'read_internal_notes'),
        users: viewing('all', 'reset_password'),
        products: view(),
        orders: viewing('all'),
        subscriptions: viewing('all'),
        invoices: viewing('all', 'download', 'send'),
        payments: viewing('all'),
        payment_methods: viewing('all'),
        credits: viewing('all'),
        articles: viewing('all'),
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
      groups: ['overview', 'crm', 'commerce', 'content', 'settings'],
      resources: {
        dashboard: view(),
        organizations: editing('all', 'created_or_assigned', 'create', 'export'),
        contacts: editing('all', 'created_or_assigned', 'create', 'delete', 'export'),
        cases: editing('all', 'created_or_assigned', ...staffCases, 'export'),
        users: viewing('all', 'invite', 'reset_password', 'export'),
        products: view(),
        orders: editing('all', 'created_or_assigned', 'create', 'cancel', 'export'),
        subscriptions: editing('all', 'created_or_assigned', ...changes, 'export'),
        invoices: viewing('all', 'pay', 'download', 'send', 'export'),
        payments: viewing('all', 'export'),
        payment_methods: editing('all', 'created_or_assigned', ...methodActions),
        credits: viewing('all', 'apply', 'export'),
        articles: editing('all', 'created'),
        email_templates: view(),
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
      groups: ['overview', 'crm', 'commerce', 'content', 'settings'],
      resources: {
        dashboard: view(),
        organizations: editing('all', 'all', 'create', 'assign', 'export', 'import'),
        contacts: editing('all', 'all', 'create', 'delete', 'export'),
        cases: editing('all', 'all', ...staffCases, 'export', 'import'),
        users: viewing('all', 'invite', 'reset_password', 'export'),
        products: view(),
        orders: editing('all', 'all', 'create', 'cancel', 'export'),
        subscriptions: editing('all', 'all', ...changes, 'choose_date', 'export', 'import'),
        invoices: editing('all', 'all', 'pay', 'download', 'send', 'void', 'export', 'import'),
        payments: { ...editing('all', 'all', 'refund', 'export'), limits: { refund: supervisorLimit } },
        payment_methods: editing('all', 'all', ...methodActions),
        credits: { ...editing('all', 'all', 'issue', 'apply', 'export'), limits: { issue: supervisorLimit } },
        articles: editing('all', 'all', 'publish'),
        email_templates: view(),
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
      groups: ['overview', 'crm', 'commerce', 'content', 'settings'],
      resources: {
        dashboard: view(),
        organizations: editing('all', 'all', 'create', 'assign', 'export'),
        contacts: editing('all', 'all', 'create', 'delete', 'export'),
        cases: editing('all', 'all', ...partnerCases),
        users: editing(
          'all',
          'all',
          'invite',
          'suspend',
          'reset_password',
          'assign_profile',
          'login_as',
          'export',
        ),
        products: view(),
        orders: editing('all', 'all', 'create', 'cancel', 'export'),
        subscriptions: editing('all', 'all', ...changes, 'choose_date', 'export'),
        invoices: viewing('all', 'pay', 'download', 'send', 'export'),
        payments: viewing('all', 'export'),
        payment_methods: editing('all', 'all', ...methodActions),
        credits: viewing('all', 'apply', 'export'),
        articles: viewing('all'),
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
      groups: ['overview', 'crm', 'commerce', 'content', 'settings'],
      resources: {
        dashboard: view(),
        organizations: editing('created_or_assigned', 'created_or_assigned', 'create', 'export'),
        contacts: editing('created_or_assigned', 'created_or_assigned', 'create', 'delete', 'export'),
        cases: editing('created_or_assigned', 'created_or_assigned', ...partnerCases),
        users: viewing('created_or_assigned', 'invite'),
        products: view(),
        orders: editing('created_or_assigned', 'created_or_assigned', 'create', 'cancel', 'export'),
        subscriptions: editing(
          'created_or_assigned',
          'created_or_assigned',
          ...changes,
          'choose_date',
          'export',
        ),
        invoices: viewing('created_or_assigned', 'pay', 'download', 'send', 'export'),
        payments: viewing('created_or_assigned', 'export'),
        payment_methods: editing('created_or_assigned', 'created_or_assigned', ...methodActions),
        credits: viewing('created_or_assigned', 'apply', 'export'),
        articles: viewing('all'),
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
      groups: ['overview', 'crm', 'commerce', 'content'],
      resources: {
        dashboard: view(),
        organizations: viewing('all'),
        contacts: viewing('all'),
        cases: viewing('all'),
        products: view(),
        orders: viewing('all'),
        subscriptions: viewing('all'),
        invoices: viewing('all'),
        payments: viewing('all'),
        credits: viewing('all'),
        articles: viewing('all'),
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
      groups: ['overview', 'crm', 'commerce', 'content', 'settings'],
      resources: {
        dashboard: view(),
        organizations: editing('all', 'all'),
        contacts: editing('all', 'all', 'create', 'delete'),
        cases: editing('all', 'all', 'create', 'reply', 'close'),
        users: viewing('all', 'invite'),
        products: view(),
        orders: editing('all', 'all', 'create'),
        subscriptions: editing('all', 'all', ...changes),
        invoices: viewing('all', 'pay', 'download', 'export'),
        payments: viewing('all', 'export'),
        payment_methods: editing('all', 'all', ...methodActions),
        credits: viewing('all', 'apply'),
        articles: viewing('all'),
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
      groups: ['overview', 'crm', 'commerce', 'content'],
      resources: {
        dashboard: view(),
        organizations: viewing('all'),
        contacts: viewing('all'),
        cases: viewing('all', 'create', 'reply'),
        products: view(),
        orders: viewing('all'),
        subscriptions: viewing('all'),
        invoices: viewing('all', 'pay', 'download', 'export'),
        payments: viewing('all', 'export'),
        payment_methods: editing('all', 'all', ...methodActions),
        credits: viewing('all', 'apply'),
        articles: viewing('all'),
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
        invoices: viewing('all', 'pay', 'download', 'export'),
        payment_methods: editing('all', 'all', ...methodActions),
      },
      may_invite: [],
    },
  },
];

/** A text that changes whenever the declaration does: stored with the database and compared at start. */
export function catalogText(): string {
  return JSON.stringify(catalog);
}
