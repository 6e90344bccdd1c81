/** Choices are kept only where somebody made one; until then those of the declaration hold. */
export const notifications = {
  name: '0030-notifications',
  sql: `
create table notifications (
  id uuid primary key,
  user_id uuid not null references users (id),
  kind text not null check (char_length(kind) between 1 and 100),
  resource text check (char_length(resource) between 1 and 100),
  record_id uuid,
  label text not null check (char_length(label) <= 300),
  data jsonb not null default '{}',
  at timestamptz(3) not null,
  read_at timestamptz(3)
);
create index notifications_of on notifications (user_id, resource, at desc, id desc);
create index notifications_unread on notifications (user_id, resource) where read_at is null;
create index notifications_at on notifications (at);
grant select on notifications to ambit_customer, ambit_partner;

create table notification_choices (
  user_id uuid not null references users (id),
  kind text not null check (char_length(kind) between 1 and 100),
  page boolean not null,
  mail boolean not null,
  primary key (user_id, kind)
);
`,
};
