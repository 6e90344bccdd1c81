import { z } from 'zod';
import { permit } from './access.ts';
import {
  can,
  change,
  defineRoutes,
  empty,
  optionalText,
  person,
  requiredText,
  timestamp,
  uuid,
} from './route.ts';
import { role } from './users.ts';

const scope = z.enum(['created', 'created_or_assigned', 'all']);
const roleType = z.enum(['admin', 'csr', 'partner', 'customer']);
const limits = z.record(z.string(), z.record(z.string().regex(/^[A-Z]{3}$/), z.int().min(0)));

/** The content of a profile; its cells are checked against the catalog by the server, each with its own problem. */
export const profileGrants = z.strictObject({
  groups: z.array(z.string()).max(50),
  resources: z.record(
    z.string(),
    z.strictObject({
      level: z.enum(['view', 'edit']),
      view_scope: scope.optional(),
      edit_scope: scope.optional(),
      actions: z.array(z.string()).max(50),
      limits: limits.optional(),
    }),
  ),
  may_invite: z.array(z.string()).max(200),
});

const summary = {
  id: uuid,
  version: z.int(),
  key: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  role_type: roleType,
  locked: z.boolean(),
  archived: z.boolean(),
  /** The roles whose new people are given this profile unless their inviter chooses another. */
  default_for: z.array(role),
  users: z.int(),
  summary: z.string(),
  copied_from: person.nullable(),
  updated_at: timestamp,
  can,
};
export const profileListItem = z.object(summary);
/** One of the six roles; `version` is that of its default profile. */
export const roleItem = z.object({
  role,
  label: z.string(),
  role_type: roleType,
  purpose: z.string(),
  users: z.int(),
  default_profile: person.nullable(),
  version: z.int(),
  /** The profiles that the reader may make the default; empty for readers who may not choose. */
  default_choices: z.array(person),
});
export type RoleItem = z.infer<typeof roleItem>;
export const profile = z.object({
  ...summary,
  grants: profileGrants,
  parent_grants: profileGrants.nullable(),
  partners: z.array(person),
});
export type Profile = z.infer<typeof profile>;
export type ProfileListItem = z.infer<typeof profileListItem>;

const reason = optionalText(500).optional();
const draft = { grants: profileGrants };

/** Per record-based resource: how many records the view and edit level reach. Over 1,000 is reported as capped. */
const effect = z.object({
  resources: z.record(
    z.string(),
    z.object({ view: z.int(), edit: z.int(), view_capped: z.boolean(), edit_capped: z.boolean() }),
  ),
  /** Active people of this profile; counts are over what all of them together reach, per person at most. */
  people: z.int(),
});

export const profileRoutes = defineRoutes({
  'GET /profiles': {
    access: permit('profiles.view'),
    says: 'All profiles with people and summary, and the six roles.',
    insideLoginAs: true,
    query: z.strictObject({
      role_type: roleType.optional(),
      archived: z.enum(['true', 'false']).optional(),
    }),
    output: z.object({
      items: z.array(profileListItem),
      roles: z.array(roleItem),
    }),
  },
  'PATCH /profiles/defaults': {
    access: permit('profiles.edit'),
    says: 'Chooses the profile that is preselected when somebody of a role is invited; it gives nobody anything by itself.',
    body: z.strictObject({ role, profile_id: uuid }),
    output: roleItem,
    versioned: true,
  },
  'POST /profiles': {
    access: permit('profiles.create'),
    says: 'Makes a profile, new or as a copy of another.',
    body: z.strictObject({
      name: requiredText(100),
      description: z.string().trim().max(500).optional(),
      role_type: roleType.optional(),
      copied_from: uuid.optional(),
    }),
    output: profile,
    status: 201,
  },
  'GET /profiles/:id': {
    access: permit('profiles.view'),
    says: 'One profile with its grants.',
    insideLoginAs: true,
    output: profile,
  },
  'PATCH /profiles/:id': {
    access: permit('profiles.edit'),
    says: 'Saves a profile as a new version.',
    body: z
      .strictObject({
        name: requiredText(100),
        description: z.string().trim().max(500),
        grants: profileGrants,
        reason,
      })
      .partial(),
    output: profile,
    versioned: true,
  },
  'POST /profiles/:id/preview': {
    access: permit('profiles.view'),
    says: 'What a draft would change: cells, people, records reached, and problems that would stop the save.',
    body: z.strictObject(draft),
    output: z.object({
      changes: z.array(change),
      summary: z.string(),
      users: z.int(),
      effect,
      problems: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
    }),
  },
  'GET /profiles/:id/versions': {
    access: permit('profiles.view'),
    says: 'Every version of a profile, newest first.',
    insideLoginAs: true,
    output: z.object({
      items: z.array(
        z.object({
          version: z.int(),
          name: z.string(),
          author: z.string(),
          reason: z.string().nullable(),
          changes: z.array(change),
          grants: profileGrants,
          created_at: timestamp,
        }),
      ),
    }),
  },
  'POST /profiles/:id/archive': {
    access: permit('profiles.archive'),
    says: 'Retires a profile that nobody has.',
    body: empty,
    output: profile,
    versioned: true,
  },
  'POST /profiles/:id/partners': {
    access: permit('profiles.edit'),
    says: 'Sets the partners whose administrators may give this profile.',
    body: z.strictObject({ partner_ids: z.array(uuid).max(1000) }),
    output: profile,
    versioned: true,
  },
});
