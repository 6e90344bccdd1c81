/**
 * What people choose for themselves. Null means: as the company has it. Nobody could choose before, so what stood there
 * was nobody's choice. A view may be the one that its list opens with.
 */
export const ownSettings = {
  name: '0028-own-settings',
  sql: `
alter table users alter column language drop not null, alter column language drop default,
  alter column time_zone drop not null, alter column time_zone drop default;
update users set language = null, time_zone = null;

alter table saved_views
  add column created_at timestamptz(3) not null default now(),
  add constraint saved_views_name_length check (char_length(name) between 1 and 80),
  add constraint saved_views_query check (jsonb_typeof(query) = 'object' and octet_length(query::text) <= 4000),
  add unique (id, user_id, resource);

create table list_settings (
  user_id uuid not null references users (id),
  resource text not null check (char_length(resource) between 1 and 100),
  hidden_columns jsonb check (jsonb_typeof(hidden_columns) = 'array' and octet_length(hidden_columns::text) <= 4000),
  default_view_id uuid,
  primary key (user_id, resource),
  foreign key (default_view_id, user_id, resource) references saved_views (id, user_id, resource)
    on delete set null (default_view_id)
);
`,
};
