const executives = `
  account_executive_id uuid,
  partner_account_executive_id uuid`;

const trail = `
  created_by uuid,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version int not null default 1 check (version >= 1)`;

const personName = `
  first_name text not null check (char_length(first_name) between 1 and 100),
  last_name text not null check (char_length(last_name) between 1 and 100)`;

export const records = {
  name: '0002-records',
  sql: `
create sequence organization_numbers;
create function next_organization_number() returns text language plpgsql volatile as $$
declare
  candidate text;
begin
  -- Numbers can also come with an import; the sequence steps over those.
  loop
    candidate := nextval('organization_numbers')::text;
    candidate := 'A' || lpad(candidate, greatest(8, char_length(candidate)), '0');
    exit when not exists (select from organizations where number = candidate);
  end loop;
  return candidate;
end $$;

create table organizations (
  id uuid primary key,
  number text not null unique default next_organization_number() check (char_length(number) between 1 and 40),
  name text not null check (char_length(name) between 1 and 200),
  kind text not null default 'customer' check (kind in ('customer', 'partner')),
  parent_partner_id uuid,
  industry text check (char_length(industry) <= 100),
  country text check (country ~ '^[A-Z]{2}$'),
  billing_street text check (char_length(billing_street) <= 500),
  billing_city text check (char_length(billing_city) <= 200),
  billing_region text check (char_length(billing_region) <= 200),
  billing_postal_code text check (char_length(billing_postal_code) <= 40),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  email text check (char_length(email) between 3 and 254),
  phone text check (char_length(phone) <= 60),
  payment_terms_days int not null default 30 check (payment_terms_days between 0 and 365),
  account_balance bigint not null default 0,
  credit_balance bigint not null default 0,
  last_payment_amount bigint,
  last_payment_at timestamptz(3),
  last_invoice_date date,
  customer_since date,
  source text check (char_length(source) <= 100),
  status text not null default 'active' check (status in ('active', 'closed')),
  closed_at timestamptz(3),
  organization_id uuid not null generated always as (id) stored,
  partner_id uuid generated always as (case when kind = 'partner' then id else parent_partner_id end) stored,
  parent_partner_kind text generated always as (case when parent_partner_id is null then null else 'partner' end) stored,
  ${executives},
  ${trail},
  search_text text not null generated always as
    (lower(number || ' ' || name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))) stored,
  unique (id, kind),
  foreign key (parent_partner_id, parent_partner_kind) references organizations (id, kind),
  constraint organizations_partner_has_no_partner check (kind = 'customer' or parent_partner_id is null)
);

create table partner_profiles (
  partner_id uuid not null references organizations (id),
  profile_id uuid not null references profiles (id),
  primary key (partner_id, profile_id)
);
create index partner_profiles_profile_id on partner_profiles (profile_id);

create table users (
  id uuid primary key,
  role text not null check (role in ('customer', 'partner_account_executive', 'partner_administrator',
    'account_executive', 'system_administrator', 'global_administrator')),
  role_type text not null generated always as (case role
    when 'customer' then 'customer'
    when 'partner_account_executive' then 'partner'
    when 'partner_administrator' then 'partner'
    when 'account_executive' then 'csr'
    else 'admin' end) stored,
  profile_id uuid not null,
  organization_id uuid references organizations (id),
  partner_id uuid references organizations (id),
  partner_kind text generated always as (case role
    when 'partner_account_executive' then 'partner'
    when 'partner_administrator' then 'partner' end) stored,
  partner_administrator_id uuid references users (id),
  ${executives},
  ${personName},
  email text not null check (char_length(email) between 3 and 254),
  password_hash text check (char_length(password_hash) <= 500),
  status text not null default 'invited' check (status in ('invited', 'active', 'suspended', 'deactivated')),
  last_sign_in_at timestamptz(3),
  effective_date_alignment text not null default 'immediate'
    check (effective_date_alignment in ('immediate', 'next_billing_period', 'end_of_term')),
  language text not null default 'en' check (char_length(language) between 2 and 35),
  time_zone text not null default 'UTC' check (char_length(time_zone) between 1 and 64),
  ${trail},
  search_text text not null generated always as (lower(first_name || ' ' || last_name || ' ' || email)) stored,
  foreign key (profile_id, role_type) references profiles (id, role_type),
  foreign key (partner_id, partner_kind) references organizations (id, kind),
  constraint users_organization_of_customers check ((role = 'customer') = (organization_id is not null)),
  constraint users_partner_of_partner_roles check (case
    when role in ('partner_account_executive', 'partner_administrator') then partner_id is not null
    when role = 'customer' then true
    else partner_id is null end),
  constraint users_administrator_of_partner_executives
    check (partner_administrator_id is null or role = 'partner_account_executive')
);
create unique index users_email_key on users (lower(email));

alter table organizations
  add foreign key (account_executive_id) references users (id),
  add foreign key (partner_account_executive_id) references users (id),
  add foreign key (created_by) references users (id);
alter table users add foreign key (created_by) references users (id);
alter table profiles add foreign key (created_by) references users (id);

create table contacts (
  id uuid primary key,
  organization_id uuid not null references organizations (id),
  ${personName},
  email text check (char_length(email) between 3 and 254),
  phone text check (char_length(phone) <= 60),
  job_title text check (char_length(job_title) <= 200),
  kind text not null default 'other' check (kind in ('billing', 'technical', 'primary', 'other')),
  partner_id uuid,
  ${executives},
  ${trail},
  search_text text not null generated always as (lower(first_name || ' ' || last_name || ' ' ||
    coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(job_title, ''))) stored,
  foreign key (created_by) references users (id)
);
create unique index contacts_one_primary on contacts (organization_id) where kind = 'primary';
`,
};
