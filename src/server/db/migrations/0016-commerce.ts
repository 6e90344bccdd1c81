import { credits, payments } from './0016-commerce-money.ts';
import { currency, number, numbers, place, sameCurrency, trail } from './commerce-parts.ts';

const products = `
create table products (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 200),
  code text not null unique check (code ~ '^[A-Za-z0-9._-]{1,40}$'),
  category text check (char_length(category) <= 100),
  description text check (char_length(description) <= 2000),
  active boolean not null default true,
  ${trail},
  search_text text not null generated always as (folded(name || ' ' || code || ' ' || coalesce(category, ''))) stored
);
create index products_by_date on products (created_at desc, id desc);
create index products_by_name on products (name, id);

create table plans (
  id uuid primary key,
  product_id uuid not null references products (id),
  name text not null check (char_length(name) between 1 and 200),
  code text not null unique check (code ~ '^[A-Za-z0-9._-]{1,40}$'),
  rank int not null default 0 check (rank between 0 and 1000000),
  active boolean not null default true,
  created_at timestamptz(3) not null default now()
);
create index plans_product_id on plans (product_id, rank, id);

-- What a subscription once agreed to stays as it was: a price is changed by another version.
create table plan_versions (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  version int not null check (version >= 1),
  billing_period text not null check (billing_period in ('month', 'quarter', 'year')),
  ${currency},
  flat_price bigint not null check (flat_price >= 0),
  unit_price bigint not null check (unit_price >= 0),
  unit_name text not null default 'unit' check (char_length(unit_name) between 1 and 40),
  min_quantity int not null default 1 check (min_quantity >= 0),
  max_quantity int check (max_quantity >= min_quantity),
  term_months int check (term_months between 1 and 120),
  trial_days int not null default 0 check (trial_days between 0 and 365),
  created_by uuid references users (id),
  created_at timestamptz(3) not null default now(),
  unique (plan_id, version)
);
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger plan_versions_stay before update or delete on plan_versions
  for each row execute function refuse_rewriting();`;

const subscriptions = `${numbers('subscription', 'S')}
alter table organizations add constraint organizations_id_currency unique (id, currency);
create table subscriptions (
  id uuid primary key,
  ${number('subscription')},
  ${place},
  bill_to text not null default 'customer' check (bill_to in ('customer', 'partner')),
  plan_id uuid not null references plans (id),
  plan_version_id uuid not null references plan_versions (id),
  quantity int not null check (quantity >= 0),
  ${currency},
  status text not null check (status in ('pending', 'trialing', 'active', 'paused', 'cancelled', 'expired')),
  starts_on date not null,
  trial_end date,
  anchor date not null,
  period_number int not null check (period_number >= 0),
  period_start date,
  period_end date check (period_end > period_start),
  period_basis date,
  period_charge text check (period_charge in ('invoiced', 'forgiven')),
  changeable_from date not null,
  term_start date,
  term_end date check (term_end > term_start),
  auto_renew boolean not null,
  renewal_ordered boolean not null default false,
  paused_on date,
  pending_plan_version_id uuid references plan_versions (id),
  pending_quantity int check (pending_quantity >= 0),
  pending_when text check (pending_when in ('next_period', 'end_of_term')),
  pending_on date,
  cancellation_when text check (cancellation_when in ('end_of_term', 'end_of_period', 'date')),
  cancellation_on date,
  cancellation_reason text check (char_length(cancellation_reason) <= 500),
  ended_on date,
  imported_mrr bigint check (imported_mrr >= 0),
  mrr bigint not null check (mrr >= 0),
  tcv bigint not null check (tcv >= 0),
  -- The day something of it falls due by itself; the billing run asks for nothing else.
  next_due_on date,
  search_text text not null generated always as (folded(number)) stored,
  ${sameCurrency},
  check (num_nonnulls(period_start, period_end, period_basis, period_charge) in (0, 4)),
  check (num_nonnulls(term_start, term_end) in (0, 2)),
  check (num_nonnulls(pending_plan_version_id, pending_quantity, pending_when, pending_on) in (0, 4)),
  check (num_nonnulls(cancellation_when, cancellation_on, cancellation_reason) in (0, 3)),
  check ((status in ('cancelled', 'expired')) = (ended_on is not null)),
  check ((status = 'paused') = (paused_on is not null)),
  check ((period_number = 0) = (period_start is null))
);
create index subscriptions_due on subscriptions (next_due_on, id) where next_due_on is not null;
create index subscriptions_plan_id on subscriptions (plan_id);
${numbers('order', 'O')}
create table orders (
  id uuid primary key,
  ${number('order')},
  ${place},
  kind text not null check (kind in ('new', 'change', 'renewal', 'cancellation')),
  action text not null check (action in ('start', 'upgrade', 'downgrade', 'change_plan', 'change_quantity',
    'change_auto_renew', 'pause', 'resume', 'renew', 'cancel')),
  status text not null check (status in ('draft', 'placed', 'fulfilled', 'cancelled')),
  subscription_id uuid references subscriptions (id),
  plan_version_id uuid not null references plan_versions (id),
  plan_name text not null check (char_length(plan_name) between 1 and 200),
  quantity int not null check (quantity >= 0),
  ${currency},
  total bigint not null check (total >= 0),
  effective_on date not null,
  -- How the subscription is to begin, as long as it is a draft.
  start jsonb,
  search_text text not null generated always as (folded(number || ' ' || plan_name)) stored,
  check ((status = 'draft') <= (start is not null)),
  check ((status in ('placed', 'fulfilled')) <= (subscription_id is not null))
);
create index orders_subscription_id on orders (subscription_id, id);
-- One change, one renewal, one cancellation can wait at a time.
create unique index orders_one_waiting on orders (subscription_id, kind) where status = 'placed';`;

const invoices = `${numbers('invoice', 'INV')}
create table invoices (
  id uuid primary key,
  ${number('invoice')},
  ${place},
  subscription_id uuid references subscriptions (id),
  issued_on date not null,
  due_on date not null check (due_on >= issued_on),
  ${currency},
  amount bigint not null check (amount >= 0),
  paid bigint not null default 0 check (paid >= 0),
  credited bigint not null default 0 check (credited >= 0),
  voided_at timestamptz(3),
  balance bigint not null generated always as
    (case when voided_at is null then amount - paid - credited else 0 end) stored check (balance >= 0),
  status text not null generated always as (case when voided_at is not null then 'void'
    when amount - paid - credited = 0 then 'paid' else 'open' end) stored,
  sent_at timestamptz(3),
  reminders boolean not null default true,
  last_reminder text check (last_reminder in ('reminder', 'second_reminder', 'final_notice')),
  search_text text not null generated always as (folded(number)) stored,
  ${sameCurrency},
  check (voided_at is null or (paid = 0 and credited = 0))
);
create index invoices_subscription_id on invoices (subscription_id, created_at desc, id desc)
  where subscription_id is not null;
create index invoices_open on invoices (organization_id, due_on, id) where status = 'open';
create index invoices_overdue on invoices (due_on, id) where status = 'open' and reminders;
create index invoices_unsent on invoices (created_at, id) where sent_at is null;

create table invoice_lines (
  invoice_id uuid not null references invoices (id),
  position int not null check (position >= 1),
  subscription_id uuid references subscriptions (id),
  kind text not null check (kind in ('period', 'charge_rest', 'credit_rest', 'imported')),
  description text not null check (char_length(description) between 1 and 500),
  plan_version_id uuid references plan_versions (id),
  quantity int not null,
  unit_price bigint not null,
  flat_price bigint not null,
  period_number int,
  from_on date,
  to_on date check (to_on >= from_on),
  days int,
  of_days int,
  amount bigint not null,
  primary key (invoice_id, position)
);
-- Each period of each subscription is charged once, whatever runs, on however many servers, however often.
create unique index invoice_lines_period_once on invoice_lines (subscription_id, period_number) where kind = 'period';
create index invoice_lines_subscription_id on invoice_lines (subscription_id) where subscription_id is not null;
create trigger invoice_lines_stay before update or delete on invoice_lines
  for each row execute function refuse_rewriting();`;

export const commerce = {
  name: '0016-commerce',
  sql: [products, subscriptions, invoices, payments, credits].join('\n'),
};
