import type { ColumnType, Generated, GeneratedAlways, Insertable, Selectable, Updateable } from 'kysely';
import type { Role, RoleType } from '../../catalog/roles.ts';
import type { PaymentFailure } from '../../contract/payment-failures.ts';

/** Written as `JSON.stringify(value)`: a bare array would reach PostgreSQL as an array, not as JSON. */
type Json<T> = ColumnType<T, string, string>;
type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
type DefaultedJson<T> = ColumnType<T, string | undefined, string>;
/** A calendar date, `YYYY-MM-DD`. */
type CalendarDate = string;
type Time = ColumnType<Date, Date | string, Date | string>;
type NullableTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type DefaultedTime = ColumnType<Date, Date | string | undefined, Date | string>;
/** A copy the database keeps; whatever is written to it does not stay. */
type KeptByDatabase<T> = ColumnType<T, never, never>;

/** One cell of an audit row or of a profile version. */
export type FieldChange = { field: string; from: unknown; to: unknown };

type Trail = {
  created_by: string | null;
  created_at: DefaultedTime;
  updated_at: DefaultedTime;
  version: Generated<number>;
};

type OrganizationsTable = Trail & {
  id: string;
  number: Generated<string>;
  name: string;
  kind: Generated<'customer' | 'partner'>;
  parent_partner_id: string | null;
  account_executive_id: string | null;
  partner_account_executive_id: string | null;
  industry: string | null;
  country: string | null;
  billing_street: string | null;
  billing_city: string | null;
  billing_region: string | null;
  billing_postal_code: string | null;
  currency: Generated<string>;
  email: string | null;
  phone: string | null;
  payment_terms_days: Generated<number>;
  account_balance: Generated<number>;
  credit_balance: Generated<number>;
  last_payment_amount: number | null;
  last_payment_at: NullableTime;
  last_invoice_date: CalendarDate | null;
  customer_since: CalendarDate | null;
  source: string | null;
  status: Generated<'active' | 'closed'>;
  closed_at: NullableTime;
  organization_id: GeneratedAlways<string>;
  partner_id: GeneratedAlways<string | null>;
  parent_partner_kind: GeneratedAlways<string | null>;
  search_text: GeneratedAlways<string>;
};

type ContactsTable = Trail & {
  id: string;
  organization_id: string;
  first_name: string;
  last_name: string;
  email: string | null;
  phone: string | null;
  job_title: string | null;
  kind: Generated<'billing' | 'technical' | 'primary' | 'other'>;
  partner_id: KeptByDatabase<string | null>;
  account_executive_id: KeptByDatabase<string | null>;
  partner_account_executive_id: KeptByDatabase<string | null>;
  search_text: GeneratedAlways<string>;
};

type UsersTable = Trail & {
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
  language: Generated<string>;
  time_zone: Generated<string>;
  search_text: GeneratedAlways<string>;
};

type ProfilesTable = Trail & {
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

type ProfileVersionsTable = {
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

type SessionsTable = {
  token_hash: Uint8Array;
  id: string;
  user_id: string;
  created_at: DefaultedTime;
  expires_at: Time;
  last_seen_at: DefaultedTime;
  address: string | null;
  user_agent: string | null;
};

type UserTokensTable = {
  token_hash: Uint8Array;
  user_id: string | null;
  purpose: 'activation' | 'password_reset' | 'email_change' | 'setup';
  new_email: string | null;
  expires_at: Time;
  used_at: NullableTime;
  created_at: DefaultedTime;
};

type MailsTable = {
  id: string;
  to_address: string;
  subject: string;
  body_text: string;
  template: string;
  status: Generated<'queued' | 'sent' | 'failed' | 'outbox'>;
  attempts: Generated<number>;
  error: string | null;
  created_at: DefaultedTime;
  sent_at: NullableTime;
};

type AuditLogTable = {
  id: string;
  at: DefaultedTime;
  actor_id: string | null;
  actor_name: string;
  subject_id: string | null;
  address: string | null;
  request_id: string | null;
  decision_id: string | null;
  item_type: string;
  item_id: string | null;
  item_label: string | null;
  action: string;
  outcome: 'allowed' | 'refused';
  code: string | null;
  changes: DefaultedJson<FieldChange[]>;
  detail: NullableJson<unknown>;
};

type CompanySettingsTable = {
  id: Generated<number>;
  name: Generated<string>;
  currency: Generated<string>;
  time_zone: Generated<string>;
  language: Generated<string>;
  support_email: string | null;
  version: Generated<number>;
  updated_at: DefaultedTime;
};

type ImportsTable = {
  id: string;
  resource: string;
  file_name: string;
  source: string;
  mapping: Json<unknown>;
  date_format: string;
  mode: string;
  status: string;
  result: NullableJson<unknown>;
  created_by: string | null;
  created_at: DefaultedTime;
};

type SimulatedGatewayChargesTable = {
  idempotency_key: string;
  gateway_reference: string;
  reference: string;
  kind: 'charge' | 'refund';
  refund_of: string | null;
  token: string | null;
  amount: number;
  currency: string;
  failure_code: Exclude<PaymentFailure, 'gateway_unavailable'> | null;
  created_at: Time;
  settles_at: Time;
  notice_id: string;
  notices_left: number;
  next_notice_at: NullableTime;
};

export type Tables = {
  installation: { key: string; value: Json<unknown> };
  profiles: ProfilesTable;
  profile_versions: ProfileVersionsTable;
  partner_profiles: { partner_id: string; profile_id: string };
  organizations: OrganizationsTable;
  contacts: ContactsTable;
  users: UsersTable;
  sessions: SessionsTable;
  user_tokens: UserTokensTable;
  throttle: { bucket: string; window_start: Time; count: Generated<number> };
  mails: MailsTable;
  audit_log: AuditLogTable;
  company_settings: CompanySettingsTable;
  imports: ImportsTable;
  import_mappings: { source: string; resource: string; mapping: Json<unknown>; date_format: string };
  external_ids: { source: string; resource: string; external_id: string; record_id: string };
  simulated_gateway_charges: SimulatedGatewayChargesTable;
  saved_views: { id: string; user_id: string; resource: string; name: string; query: Json<unknown> };
};

/** A row as read. */
export type Row<T extends keyof Tables> = Selectable<Tables[T]>;
/** A row as written for the first time; what the database fills in may be left out. */
export type NewRow<T extends keyof Tables> = Insertable<Tables[T]>;
export type RowChanges<T extends keyof Tables> = Updateable<Tables[T]>;
