export const auditLog = {
  name: '0007-audit-log',
  sql: `
create table audit_log (
  id uuid primary key,
  at timestamptz(3) not null default now(),
  actor_id uuid,
  actor_name text not null check (char_length(actor_name) <= 300),
  subject_id uuid,
  address text check (char_length(address) <= 100),
  request_id text check (char_length(request_id) <= 200),
  decision_id text check (char_length(decision_id) <= 200),
  item_type text not null check (char_length(item_type) between 1 and 100),
  item_id uuid,
  item_label text check (char_length(item_label) <= 500),
  action text not null check (char_length(action) between 1 and 100),
  outcome text not null check (outcome in ('allowed', 'refused')),
  code text check (char_length(code) <= 200),
  changes jsonb not null default '[]',
  detail jsonb
);
create index audit_log_at on audit_log (at desc, id desc);
create index audit_log_item on audit_log (item_type, item_id, at desc, id desc);
create index audit_log_actor on audit_log (actor_id, at desc, id desc);
create index audit_log_subject on audit_log (subject_id, at desc, id desc);

create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_change();
create trigger audit_log_not_emptied before truncate on audit_log
  for each statement execute function refuse_change();
`,
};
