import { z } from 'zod';
import type { Role } from '../catalog/roles.ts';
import { permit } from './access.ts';
import {
  can,
  change,
  countOutput,
  countQuery,
  defineRoutes,
  email,
  empty,
  listQuery,
  pageOf,
  person,
  requiredText,
  timestamp,
  uuid,
} from './route.ts';

export const role = z.enum([
  'customer',
  'partner_account_executive',
  'partner_administrator',
  'account_executive',
  'system_administrator',
  'global_administrator',
] satisfies [Role, ...Role[]]);
const status = z.enum(['invited', 'active', 'suspended', 'deactivated']);
const alignment = z.enum(['immediate', 'next_billing_period', 'end_of_term']);

/** One user as their administrator sees them. */
export const user = z.object({
  id: uuid,
  version: z.int(),
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
  created_at: timestamp,
  updated_at: timestamp,
  can,
});
export type User = z.infer<typeof user>;

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

export const userSorts = ['-created_at', 'created_at', 'last_name', '-last_name'] as const;
export const userFilters = {
  role: role.optional(),
  role_type: z.enum(['admin', 'csr', 'partner', 'customer']).optional(),
  profile_id: uuid.optional(),
  status: status.optional(),
  organization_id: uuid.optional(),
  partner_id: uuid.optional(),
};

const action = (permission: 'users.suspend' | 'users.reset_password', says: string) =>
  ({ access: permit(permission), says, body: empty, output: user }) as const;

export const userRoutes = defineRoutes({
  'GET /users': {
    access: permit('users.view'),
    says: 'Lists users.',
    query: listQuery(userSorts, userFilters),
    output: pageOf(user),
  },
  'GET /users/count': {
    access: permit('users.view'),
    says: 'Counts users, up to 1,000.',
    query: countQuery(userFilters),
    output: countOutput,
  },
  'GET /users/conferrable': {
    access: permit('users.invite'),
    says: 'The roles and profiles that the reader may give to a new user, and the partners they may be put in.',
    output: z.object({
      roles: z.array(z.object({ role, label: z.string(), profiles: z.array(person) })),
      partners: z.array(person),
      partner_administrators: z.array(z.object({ id: uuid, name: z.string(), partner_id: uuid })),
    }),
  },
  'POST /users': {
    access: permit('users.invite'),
    says: 'Invites a user and sends the activation mail.',
    body: userCreate,
    output: user,
    status: 201,
  },
  'GET /users/:id': { access: permit('users.view'), says: 'One user.', output: user },
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
    output: user,
    versioned: true,
  },
  'POST /users/:id/assign-profile': {
    access: permit('users.assign_profile'),
    says: 'Gives a user another profile, and role when named.',
    body: z.strictObject({ profile_id: uuid, role: role.optional() }),
    output: user,
    versioned: true,
  },
  'POST /users/:id/suspend': action('users.suspend', 'Suspends a user and ends their sessions at once.'),
  'POST /users/:id/enable': action('users.suspend', 'Lets a suspended user sign in again.'),
  'POST /users/:id/deactivate': action('users.suspend', 'Deactivates a user for good; the record stays.'),
  'POST /users/:id/reset-password': action('users.reset_password', 'Sends a link to set a new password.'),
  'POST /users/:id/resend-activation': action('users.reset_password', 'Sends the activation mail again.'),
  'GET /users/:id/history': {
    access: permit('users.view'),
    says: 'What was changed about this user, newest first.',
    output: z.object({
      items: z.array(
        z.object({
          id: uuid,
          at: timestamp,
          actor_name: z.string(),
          action: z.string(),
          outcome: z.enum(['allowed', 'refused']),
          changes: z.array(change),
        }),
      ),
    }),
  },
});
