/**
 * Working as another person. A table of its own: its tokens open nothing where a session's token is asked for, and no
 * query over sessions has to remember them. They end with the session they were started from.
 */
export const loginAs = {
  name: '0027-login-as',
  sql: `
create table login_as_sessions (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  id uuid not null unique,
  actor_session_id uuid not null unique references sessions (id) on delete cascade,
  user_id uuid not null references users (id),
  reason text not null check (char_length(reason) between 1 and 500),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index login_as_sessions_user_id on login_as_sessions (user_id);
create index login_as_sessions_expires_at on login_as_sessions (expires_at);
alter table audit_log add column subject_name text check (char_length(subject_name) <= 300);
`,
};
