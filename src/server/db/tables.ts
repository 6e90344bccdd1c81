import type { Generated, Insertable, Selectable, Updateable } from 'kysely';
import type { Json, Time } from './columns.ts';
import type {
  CreditApplicationsTable,
  CreditsTable,
  GatewayNoticesTable,
  InvoiceLinesTable,
  InvoicesTable,
  MrrMovementsTable,
  OrdersTable,
  PaymentApplicationsTable,
  PaymentMethodsTable,
  PaymentsTable,
  PaymentTargetsTable,
  PlansTable,
  PlanVersionsTable,
  ProductsTable,
  RefundsTable,
  SubscriptionsTable,
} from './tables/commerce.ts';
import type { ArticlesTable, EmailTemplatesTable } from './tables/content.ts';
import type {
  CaseMessagesTable,
  CaseNotesTable,
  CasesTable,
  ContactsTable,
  OrganizationsTable,
} from './tables/crm.ts';
import type { SimulatedGatewayChargesTable } from './tables/gateway.ts';
import type { NotificationChoicesTable, NotificationsTable } from './tables/notifications.ts';
import type {
  DefaultProfilesTable,
  ListSettingsTable,
  LoginAsSessionsTable,
  ProfilesTable,
  ProfileVersionsTable,
  SavedViewsTable,
  SessionsTable,
  UsersTable,
  UserTokensTable,
} from './tables/people.ts';
import type {
  AuditLogTable,
  CompanySettingsTable,
  ExportPartsTable,
  ExportsTable,
  IdempotencyKeysTable,
  ImportsTable,
  ImportVerdictsTable,
  JobRunsTable,
  MailsTable,
} from './tables/system.ts';

export type Tables = {
  installation: { key: string; value: Json<unknown> };
  profiles: ProfilesTable;
  profile_versions: ProfileVersionsTable;
  default_profiles: DefaultProfilesTable;
  partner_profiles: { partner_id: string; profile_id: string };
  organizations: OrganizationsTable;
  contacts: ContactsTable;
  cases: CasesTable;
  case_messages: CaseMessagesTable;
  case_notes: CaseNotesTable;
  products: ProductsTable;
  plans: PlansTable;
  plan_versions: PlanVersionsTable;
  subscriptions: SubscriptionsTable;
  mrr_movements: MrrMovementsTable;
  orders: OrdersTable;
  invoices: InvoicesTable;
  invoice_lines: InvoiceLinesTable;
  payment_methods: PaymentMethodsTable;
  payments: PaymentsTable;
  payment_targets: PaymentTargetsTable;
  refunds: RefundsTable;
  gateway_notices: GatewayNoticesTable;
  credits: CreditsTable;
  payment_applications: PaymentApplicationsTable;
  credit_applications: CreditApplicationsTable;
  articles: ArticlesTable;
  email_templates: EmailTemplatesTable;
  users: UsersTable;
  sessions: SessionsTable;
  login_as_sessions: LoginAsSessionsTable;
  user_tokens: UserTokensTable;
  throttle: { bucket: string; window_start: Time; count: Generated<number> };
  mails: MailsTable;
  audit_log: AuditLogTable;
  company_settings: CompanySettingsTable;
  imports: ImportsTable;
  import_verdicts: ImportVerdictsTable;
  import_mappings: { source: string; resource: string; mapping: Json<unknown>; date_format: string };
  external_ids: {
    source: string;
    resource: string;
    external_id: string;
    record_id: string;
    fingerprint: Generated<string | null>;
  };
  exports: ExportsTable;
  export_parts: ExportPartsTable;
  notifications: NotificationsTable;
  notification_choices: NotificationChoicesTable;
  simulated_gateway_charges: SimulatedGatewayChargesTable;
  idempotency_keys: IdempotencyKeysTable;
  job_runs: JobRunsTable;
  saved_views: SavedViewsTable;
  list_settings: ListSettingsTable;
};

/** A row as read. */
export type Row<T extends keyof Tables> = Selectable<Tables[T]>;
/** A row as written for the first time; what the database fills in may be left out. */
export type NewRow<T extends keyof Tables> = Insertable<Tables[T]>;
export type RowChanges<T extends keyof Tables> = Updateable<Tables[T]>;
