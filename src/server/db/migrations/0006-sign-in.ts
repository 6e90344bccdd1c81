export const signIn = {
  name: '0006-sign-in',
  sql: `
create table sessions (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  id uuid not null unique,
  user_id uuid not null references users (id),
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null default now(),
  address text check (char_length(address) <= 100),
  user_agent text check (char_length(user_agent) <= 500)
);
create index sessions_user_id on sessions (user_id);
create index sessions_expires_at on sessions (expires_at);

create table user_tokens (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  user_id uuid references users (id),
  purpose text not null check (purpose in ('activation', 'password_reset', 'email_change', 'setup')),
  new_email text check (char_length(new_email) between 3 and 254),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  created_at timestamptz(3) not null default now()
);
create index user_tokens_user_id on user_tokens (user_id);

create table throttle (
  bucket text not null check (char_length(bucket) between 1 and 300),
  window_start timestamptz(3) not null,
  count int not null default 0 check (count >= 0),
  primary key (bucket, window_start)
);
create index throttle_window_start on throttle (window_start);

create table mails (
  id uuid primary key,
  to_address text not null check (char_length(to_address) between 3 and 254),
  subject text not null check (char_length(subject) <= 500),
  body_text text not null check (char_length(body_text) <= 100000),
  template text not null check (char_length(template) between 1 and 100),
  status text not null default 'queued' check (status in ('queued', 'sent', 'failed', 'outbox')),
  attempts int not null default 0 check (attempts >= 0),
  error text check (char_length(error) <= 2000),
  created_at timestamptz(3) not null default now(),
  sent_at timestamptz(3)
);
create index mails_created_at on mails (created_at desc, id desc);
create index mails_queued on mails (created_at, id) where status = 'queued';
`,
};
