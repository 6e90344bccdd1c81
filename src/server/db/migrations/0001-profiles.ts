export const profiles = {
  name: '0001-profiles',
  sql: `
create extension if not exists pg_trgm;

create table installation (
  key text primary key,
  value jsonb not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: its rows are never changed', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create table profiles (
  id uuid primary key,
  key text unique check (key ~ '^[a-z][a-z0-9_]{0,62}$'),
  name text not null check (char_length(name) between 1 and 200),
  role_type text not null check (role_type in ('admin', 'csr', 'partner', 'customer')),
  locked boolean not null default false,
  description text not null default '' check (char_length(description) <= 2000),
  version int not null default 1 check (version >= 1),
  copied_from uuid references profiles (id),
  archived_at timestamptz(3),
  grants jsonb not null,
  created_by uuid,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  unique (id, role_type)
);
create unique index profiles_name_key on profiles (lower(name));

create table profile_versions (
  profile_id uuid not null references profiles (id),
  version int not null check (version >= 1),
  grants jsonb not null,
  name text not null check (char_length(name) between 1 and 200),
  description text not null default '' check (char_length(description) <= 2000),
  author_id uuid,
  reason text check (char_length(reason) <= 2000),
  changes jsonb not null default '[]',
  created_at timestamptz(3) not null default now(),
  primary key (profile_id, version)
);
create trigger profile_versions_immutable before update or delete on profile_versions
  for each row execute function refuse_change();
create trigger profile_versions_not_emptied before truncate on profile_versions
  for each statement execute function refuse_change();
`,
};
