export const idempotency = {
  name: '0014-idempotency',
  sql: `
create table idempotency_keys (
  user_id uuid not null references users (id),
  route text not null check (char_length(route) between 1 and 200),
  key text not null check (char_length(key) between 1 and 255),
  request_hash bytea not null check (octet_length(request_hash) = 32),
  status int not null check (status between 200 and 299),
  body text,
  created_at timestamptz(3) not null,
  primary key (user_id, route, key)
);
create index idempotency_keys_created_at on idempotency_keys (created_at);
`,
};
