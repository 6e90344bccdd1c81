import type { Generated, Insertable, Selectable, Updateable } from 'kysely';
import type { Json, Time } from './columns.ts';
import type { ContactsTable, OrganizationsTable } from './tables/crm.ts';
import type {
  ProfilesTable,
  ProfileVersionsTable,
  SessionsTable,
  UsersTable,
  UserTokensTable,
} from './tables/people.ts';
import type { SimulatedGatewayChargesTable } from './tables/simulated-gateway.ts';
import type { AuditLogTable, CompanySettingsTable, ImportsTable, MailsTable } from './tables/system.ts';

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
