/** One row per role from the start; which profile it names is seeded with the shipped profiles. */
export const defaultProfiles = {
  name: '0010-default-profiles',
  sql: `
create table default_profiles (
  role text primary key check (role in ('customer', 'partner_account_executive', 'partner_administrator',
    'account_executive', 'system_administrator', 'global_administrator')),
  role_type text not null generated always as (case role
    when 'customer' then 'customer'
    when 'partner_account_executive' then 'partner'
    when 'partner_administrator' then 'partner'
    when 'account_executive' then 'csr'
    else 'admin' end) stored,
  profile_id uuid,
  version int not null default 1 check (version >= 1),
  updated_at timestamptz(3) not null default now(),
  foreign key (profile_id, role_type) references profiles (id, role_type)
);
create index default_profiles_profile_id on default_profiles (profile_id);
insert into default_profiles (role) values ('customer'), ('partner_account_executive'),
  ('partner_administrator'), ('account_executive'), ('system_administrator'), ('global_administrator');
`,
};
