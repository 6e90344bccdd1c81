import type { Generated, GeneratedAlways } from 'kysely';
import type { CalendarDate, NullableTime, OfOrganization, Time, Trail } from '../columns.ts';

export type OrganizationsTable = Trail & {
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

export type ContactsTable = Trail &
  OfOrganization & {
    id: string;
    first_name: string;
    last_name: string;
    email: string | null;
    phone: string | null;
    job_title: string | null;
    kind: Generated<'billing' | 'technical' | 'primary' | 'other'>;
    search_text: GeneratedAlways<string>;
  };

export type CasesTable = Trail &
  OfOrganization & {
    id: string;
    number: Generated<string>;
    subject: string;
    description: string | null;
    category: 'question' | 'technical' | 'billing' | 'account' | 'other';
    priority: Generated<'low' | 'normal' | 'high' | 'urgent'>;
    status: Generated<'open' | 'waiting_on_customer' | 'resolved' | 'closed'>;
    visibility: Generated<'private' | 'shared'>;
    requester_id: string | null;
    assignee_id: string | null;
    subscription_id: string | null;
    invoice_id: string | null;
    replied_at: NullableTime;
    settled_at: NullableTime;
    search_text: GeneratedAlways<string>;
  };

/** Only added to. */
export type CaseNotesTable = {
  id: string;
  case_id: string;
  author_id: string;
  body: string;
  created_at: Time;
};

/** Only added to. */
export type CaseMessagesTable = CaseNotesTable & { side: 'asks' | 'answers' };
