export const companyAndImports = {
  name: '0008-company-and-imports',
  sql: `
create table company_settings (
  id int primary key default 1 check (id = 1),
  name text not null default 'My company' check (char_length(name) between 1 and 200),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null default 'UTC' check (char_length(time_zone) between 1 and 64),
  language text not null default 'en' check (char_length(language) between 2 and 35),
  support_email text check (char_length(support_email) between 3 and 254),
  version int not null default 1 check (version >= 1),
  updated_at timestamptz(3) not null default now()
);
insert into company_settings default values;

create table imports (
  id uuid primary key,
  resource text not null check (char_length(resource) between 1 and 100),
  file_name text not null check (char_length(file_name) between 1 and 300),
  source text not null check (char_length(source) between 1 and 100),
  mapping jsonb not null,
  date_format text not null check (char_length(date_format) <= 40),
  mode text not null check (char_length(mode) between 1 and 40),
  status text not null check (char_length(status) between 1 and 40),
  result jsonb,
  created_by uuid references users (id),
  created_at timestamptz(3) not null default now()
);
create index imports_created_at on imports (created_at desc, id desc);

create table import_mappings (
  source text not null check (char_length(source) between 1 and 100),
  resource text not null check (char_length(resource) between 1 and 100),
  mapping jsonb not null,
  date_format text not null check (char_length(date_format) <= 40),
  primary key (source, resource)
);

create table external_ids (
  source text not null check (char_length(source) between 1 and 100),
  resource text not null check (char_length(resource) between 1 and 100),
  external_id text not null check (char_length(external_id) between 1 and 300),
  record_id uuid not null,
  primary key (source, resource, external_id)
);
create index external_ids_record on external_ids (resource, record_id);

create table saved_views (
  id uuid primary key,
  user_id uuid not null references users (id),
  resource text not null check (char_length(resource) between 1 and 100),
  name text not null check (char_length(name) between 1 and 200),
  query jsonb not null,
  unique (user_id, resource, name)
);
`,
};
