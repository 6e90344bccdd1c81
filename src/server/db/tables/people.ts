import type { Generated, GeneratedAlways } from 'kysely';
import type { Role, RoleType } from '../../../catalog/roles.ts';
import type {
  DefaultedJson,
  DefaultedTime,
  Json,
  KeptByDatabase,
  NullableJson,
  NullableTime,
  Time,
  Trail,
} from '../columns.ts';

export type UsersTable = Trail & {
  id: string;
  role: Role;
  role_type: GeneratedAlways<RoleType>;
  profile_id: string;
  organization_id: string | null;
  /** Written for the partner roles; for customers it is the organization's. */
  partner_id: string | null;
  partner_kind: GeneratedAlways<string | null>;
  partner_administrator_id: string | null;
  account_executive_id: KeptByDatabase<string | null>;
  partner_account_executive_id: KeptByDatabase<string | null>;
  first_name: string;
  last_name: string;
  email: string;
  password_hash: string | null;
  status: Generated<'invited' | 'active' | 'suspended' | 'deactivated'>;
  last_sign_in_at: NullableTime;
  effective_date_alignment: Generated<'immediate' | 'next_billing_period' | 'end_of_term'>;
  /** How they read numbers and dates; null: as the company has it. */
  language: string | null;
  time_zone: string | null;
  search_text: GeneratedAlways<string>;
};

export type ProfilesTable = Trail & {
  id: string;
  key: string | null;
  name: string;
  role_type: RoleType;
  locked: Generated<boolean>;
  description: Generated<string>;
  copied_from: string | null;
  archived_at: NullableTime;
  grants: Json<unknown>;
};

export type ProfileVersionsTable = {
  profile_id: string;
  version: number;
  grants: Json<unknown>;
  name: string;
  description: Generated<string>;
  author_id: string | null;
  reason: string | null;
  changes: DefaultedJson<unknown[]>;
  created_at: DefaultedTime;
};

export type DefaultProfilesTable = {
  role: Role;
  role_type: GeneratedAlways<RoleType>;
  /** Null when the shipped one was archived before there were defaults. */
  profile_id: string | null;
  version: Generated<number>;
  updated_at: DefaultedTime;
};

export type SessionsTable = {
  token_hash: Uint8Array;
  id: string;
  user_id: string;
  created_at: DefaultedTime;
  expires_at: Time;
  last_seen_at: DefaultedTime;
  address: string | null;
  user_agent: string | null;
};

export type LoginAsSessionsTable = {
  token_hash: Uint8Array;
  id: string;
  actor_session_id: string;
  /** As whom. */
  user_id: string;
  reason: string;
  created_at: Time;
  expires_at: Time;
};

export type SavedViewsTable = {
  id: string;
  user_id: string;
  resource: string;
  name: string;
  query: Json<Record<string, string>>;
  created_at: DefaultedTime;
};

export type ListSettingsTable = {
  user_id: string;
  resource: string;
  /** Null until its reader chooses. */
  hidden_columns: NullableJson<string[]>;
  default_view_id: string | null;
};

export type UserTokensTable = {
  token_hash: Uint8Array;
  user_id: string | null;
  purpose: 'activation' | 'password_reset' | 'email_change' | 'setup';
  new_email: string | null;
  expires_at: Time;
  used_at: NullableTime;
  created_at: DefaultedTime;
};
