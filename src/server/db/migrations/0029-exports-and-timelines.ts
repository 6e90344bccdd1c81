const recordTables = [
  'organizations',
  'contacts',
  'users',
  'orders',
  'subscriptions',
  'invoices',
  'payments',
  'payment_methods',
  'credits',
];

/**
 * Entries that stand in the log already are told whose they are by a rewrite of the column's type: nothing is updated,
 * so the guard that keeps the log append-only stays on all the while.
 */
const whoseOldEntriesAre = `
create function organization_of(kind text, record uuid) returns uuid language plpgsql stable as $$
declare
  found_id uuid;
begin
  if record is null or kind not in (${recordTables.map((table) => `'${table}'`).join(', ')}) then
    return null;
  end if;
  execute format('select coalesce(organization_id, partner_id) from %I where id = $1', kind)
    into found_id using record;
  return found_id;
end $$;
alter table audit_log alter column organization_id type uuid using organization_of(item_type, item_id);
drop function organization_of(text, uuid);`;

/** What people of an organization or a partner can read of the log at all; addresses and requests are not among it. */
const fence = `
alter table audit_log enable row level security;
grant select (id, at, actor_id, actor_name, subject_id, subject_name, item_type, item_id, item_label, organization_id, action, outcome, changes)
  on audit_log to ambit_customer, ambit_partner;
create policy ambit_customer on audit_log for select to ambit_customer
  using (organization_id = nullif(current_setting('ambit.organization_id', true), '')::uuid);
create policy ambit_partner on audit_log for select to ambit_partner
  using (exists (select from organizations o where o.id = audit_log.organization_id));`;

export const exportsAndTimelines = {
  name: '0029-exports-and-timelines',
  sql: `
create table exports (
  id uuid primary key,
  resource text not null check (char_length(resource) between 1 and 100),
  query jsonb not null,
  status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  place text check (char_length(place) <= 1000),
  row_count int not null default 0,
  part_count int not null default 0,
  byte_count bigint not null default 0,
  tries int not null default 0,
  reason text check (char_length(reason) <= 500),
  created_by uuid not null references users (id),
  created_at timestamptz(3) not null,
  beat_at timestamptz(3) not null,
  finished_at timestamptz(3)
);
create index exports_created_by on exports (created_by, created_at desc, id desc);
create index exports_created_at on exports (created_at);

create table export_parts (
  export_id uuid not null references exports (id) on delete cascade,
  number int not null,
  content text not null,
  primary key (export_id, number)
);

alter table audit_log add column organization_id uuid;
${whoseOldEntriesAre}
create index audit_log_organization on audit_log (organization_id, item_type, at desc, id desc)
  where organization_id is not null;
${fence}
`,
};
