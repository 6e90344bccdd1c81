import { z } from 'zod';
import type { Role } from '../catalog/roles.ts';
import { permit } from './access.ts';
import { defineResource, exportRoute, historyRoute, importRoutes, readRoutes } from './resource.ts';
import { defineRoutes, email, empty, person, requiredText, timestamp, uuid } from './route.ts';

export const role = z.enum([
  'customer',
  'partner_account_executive',
  'partner_administrator',
  'account_executive',
  'system_administrator',
  'global_administrator',
] satisfies [Role, ...Role[]]);
const resourceAccess = z.object({
  level: z.enum(['none', 'view', 'edit']),
  view_scope: z.string().nullable(),
  edit_scope: z.string().nullable(),
  actions: z.array(z.string()),
  limits: z.record(z.string(), z.record(z.string(), z.int())),
  edit_fields: z.array(z.string()).nullable(),
});

/** What a person's role and profile hold: what their pages are drawn from. */
export const access = z.object({
  role,
  role_label: z.string(),
  profile: z.object({ id: uuid, key: z.string().nullable(), name: z.string(), version: z.int() }),
  /** The person who is logged in as this one; null outside. What is closed to them is not among the actions. */
  login_as: person.nullable(),
  groups: z.array(z.string()),
  resources: z.record(z.string(), resourceAccess),
});

const status = z.enum(['invited', 'active', 'suspended', 'deactivated']);
const alignment = z.enum(['immediate', 'next_billing_period', 'end_of_term']);

export const users = defineResource('users', {
  shape: {
    first_name: z.string(),
    last_name: z.string(),
    email: z.string(),
    role,
    profile: person,
    organization: person.nullable(),
    partner: person.nullable(),
    partner_administrator: person.nullable(),
    status,
    effective_date_alignment: alignment,
    last_sign_in_at: timestamp.nullable(),
  },
  sorts: { created_at: 'timestamptz', last_name: 'text' },
  filters: {
    role,
    role_type: z.enum(['admin', 'csr', 'partner', 'customer']),
    profile_id: uuid,
    status,
    organization_id: uuid,
    partner_id: uuid,
  },
});
/** One user as their administrator sees them. */
export type User = z.infer<typeof users.shape>;

export const userCreate = z.strictObject({
  role,
  profile_id: uuid,
  first_name: requiredText(100),
  last_name: requiredText(100),
  email,
  organization_id: uuid.nullable().optional(),
  partner_id: uuid.nullable().optional(),
  partner_administrator_id: uuid.nullable().optional(),
  effective_date_alignment: alignment.optional(),
});

const action = (permission: 'users.suspend' | 'users.reset_password', says: string) =>
  ({ access: permit(permission), says, body: empty, output: users.shape }) as const;

export const userRoutes = defineRoutes({
  ...readRoutes(users),
  ...exportRoute(users),
  ...historyRoute('users'),
  ...importRoutes('users'),
  'GET /users/:id/access': {
    access: permit('users.view'),
    says: 'What this person finds when they sign in, as far as the reader may view it too.',
    output: z.object({
      ...access.shape,
      status,
      /** How many resources they view that the reader does not. */
      withheld: z.int(),
    }),
  },
  'GET /users/conferrable': {
    access: permit('users.invite'),
    says: 'The roles and profiles that the reader may give to a new user, and the partners they may be put in.',
    output: z.object({
      roles: z.array(
        z.object({
          role,
          label: z.string(),
          /** With what each gives, in one sentence. */
          profiles: z.array(z.object({ id: uuid, name: z.string(), summary: z.string() })),
          /** Among `profiles`: what the form starts with. Null when the reader may not give the default. */
          default_profile_id: uuid.nullable(),
        }),
      ),
      partners: z.array(person),
      partner_administrators: z.array(z.object({ id: uuid, name: z.string(), partner_id: uuid })),
    }),
  },
  'POST /users': {
    access: permit('users.invite'),
    says: 'Invites a user and sends the activation mail.',
    body: userCreate,
    output: users.shape,
    status: 201,
  },
  'PATCH /users/:id': {
    access: permit('users.edit'),
    says: 'Changes names and billing alignment of a user.',
    body: z
      .strictObject({
        first_name: requiredText(100),
        last_name: requiredText(100),
        effective_date_alignment: alignment,
        partner_administrator_id: uuid.nullable(),
      })
      .partial(),
    output: users.shape,
    versioned: true,
  },
  'POST /users/:id/assign-profile': {
    access: permit('users.assign_profile'),
    says: 'Gives a user another profile, and role when named.',
    body: z.strictObject({ profile_id: uuid, role: role.optional() }),
    output: users.shape,
    versioned: true,
  },
  'POST /users/:id/suspend': action('users.suspend', 'Suspends a user and ends their sessions at once.'),
  'POST /users/:id/enable': action('users.suspend', 'Lets a suspended user sign in again.'),
  'POST /users/:id/sign-out': action(
    'users.suspend',
    'Ends all sessions of a user at once; they may sign in again.',
  ),
  'POST /users/:id/deactivate': action('users.suspend', 'Deactivates a user for good; the record stays.'),
  'POST /users/:id/reset-password': action('users.reset_password', 'Sends a link to set a new password.'),
  'POST /users/:id/resend-activation': action('users.reset_password', 'Sends the activation mail again.'),
});
