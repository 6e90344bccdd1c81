import { currency, number, numbers, place, sameCurrency } from './commerce-parts.ts';

export const payments = `
create table payment_methods (
  id uuid primary key,
  ${place},
  kind text not null check (kind in ('card', 'ach', 'bank_transfer')),
  brand text check (char_length(brand) between 1 and 40),
  last_four text not null check (char_length(last_four) between 1 and 4),
  expiry text check (expiry ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  holder text not null check (char_length(holder) between 1 and 100),
  label text check (char_length(label) <= 100),
  gateway text not null check (char_length(gateway) between 1 and 40),
  token text not null check (char_length(token) between 1 and 3000),
  is_default boolean not null default false,
  removed_at timestamptz(3),
  search_text text not null generated always as
    (folded(coalesce(brand, '') || ' ' || last_four || ' ' || holder || ' ' || coalesce(label, ''))) stored,
  check (removed_at is null or not is_default)
);
create unique index payment_methods_one_default on payment_methods (organization_id) where is_default;
${numbers('payment', 'P')}
create table payments (
  id uuid primary key,
  ${number('payment')},
  ${place},
  payment_method_id uuid not null references payment_methods (id),
  method_name text not null check (char_length(method_name) between 1 and 100),
  ${currency},
  amount bigint not null check (amount > 0),
  refunded bigint not null default 0 check (refunded between 0 and amount),
  status text not null check (status in ('pending', 'succeeded', 'failed', 'partially_refunded', 'refunded')),
  failure_code text check (char_length(failure_code) between 1 and 50),
  gateway text not null,
  gateway_reference text check (char_length(gateway_reference) between 1 and 200),
  settled_at timestamptz(3),
  note text check (char_length(note) <= 1000),
  search_text text not null generated always as (folded(number || ' ' || method_name)) stored,
  ${sameCurrency},
  check ((status = 'failed') = (failure_code is not null)),
  check ((status = 'pending') = (settled_at is null)),
  check (case status when 'refunded' then refunded = amount when 'partially_refunded' then refunded between 1 and amount - 1
    else refunded = 0 end)
);
create index payments_pending on payments (created_at, id) where status = 'pending';
create index payments_payment_method_id on payments (payment_method_id);

-- What a payment is meant for. While it is under way nobody else pays the same invoice.
create table payment_targets (
  payment_id uuid not null references payments (id),
  invoice_id uuid not null references invoices (id),
  pending boolean not null,
  primary key (payment_id, invoice_id)
);
create unique index payment_targets_one_pending on payment_targets (invoice_id) where pending;
create index payment_targets_invoice_id on payment_targets (invoice_id);

create table refunds (
  id uuid primary key,
  payment_id uuid not null references payments (id),
  amount bigint not null check (amount > 0),
  reason text not null check (char_length(reason) between 1 and 500),
  status text not null check (status in ('pending', 'succeeded', 'failed')),
  failure_code text check (char_length(failure_code) between 1 and 50),
  gateway_reference text,
  created_by uuid references users (id),
  created_at timestamptz(3) not null default now(),
  settled_at timestamptz(3),
  check ((status = 'pending') = (settled_at is null))
);
create index refunds_payment_id on refunds (payment_id);
create unique index refunds_one_pending on refunds (payment_id) where status = 'pending';

create table gateway_notices (
  gateway text not null,
  id text not null check (char_length(id) between 1 and 200),
  received_at timestamptz(3) not null,
  primary key (gateway, id)
);`;

export const credits = `${numbers('credit', 'CM')}
create table credits (
  id uuid primary key,
  ${number('credit')},
  ${place},
  ${currency},
  amount bigint not null check (amount > 0),
  applied bigint not null default 0 check (applied >= 0),
  withdrawn bigint not null default 0 check (withdrawn >= 0),
  remaining bigint not null generated always as (amount - applied - withdrawn) stored check (remaining >= 0),
  voided_at timestamptz(3),
  status text not null generated always as (case when voided_at is not null then 'void'
    when amount - applied - withdrawn = 0 then 'applied' else 'open' end) stored,
  source text not null check (source in ('change', 'cancellation', 'issued', 'overpayment', 'voided_invoice')),
  reason text not null check (char_length(reason) between 1 and 500),
  issued_on date not null,
  subscription_id uuid references subscriptions (id),
  invoice_id uuid references invoices (id),
  payment_id uuid references payments (id),
  lines jsonb not null default '[]',
  search_text text not null generated always as (folded(number || ' ' || reason)) stored,
  ${sameCurrency},
  check (voided_at is null or applied + withdrawn = amount)
);
create index credits_open on credits (organization_id, issued_on, id) where status = 'open';
create index credits_subscription_id on credits (subscription_id) where subscription_id is not null;
create index credits_payment_id on credits (payment_id) where payment_id is not null;

-- Both are only added to: what is taken back is a row of its own, with a negative amount.
create table payment_applications (
  id bigint generated always as identity primary key,
  payment_id uuid not null references payments (id),
  invoice_id uuid not null references invoices (id),
  amount bigint not null check (amount <> 0),
  created_at timestamptz(3) not null default now()
);
create index payment_applications_payment_id on payment_applications (payment_id);
create index payment_applications_invoice_id on payment_applications (invoice_id);
create table credit_applications (
  id bigint generated always as identity primary key,
  credit_id uuid not null references credits (id),
  invoice_id uuid not null references invoices (id),
  amount bigint not null check (amount <> 0),
  created_at timestamptz(3) not null default now()
);
create index credit_applications_credit_id on credit_applications (credit_id);
create index credit_applications_invoice_id on credit_applications (invoice_id);
create trigger payment_applications_stay before update or delete on payment_applications
  for each row execute function refuse_rewriting();
create trigger credit_applications_stay before update or delete on credit_applications
  for each row execute function refuse_rewriting();`;
