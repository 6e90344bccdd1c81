import { number, numbers, place } from './commerce-parts.ts';

const cases = `${numbers('case', 'C')}
create table cases (
  id uuid primary key,
  ${number('case')},
  ${place},
  subject text not null check (char_length(subject) between 1 and 200),
  description text check (char_length(description) <= 10000),
  category text not null check (category in ('question', 'technical', 'billing', 'account', 'other')),
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  status text not null default 'open' check (status in ('open', 'waiting_on_customer', 'resolved', 'closed')),
  visibility text not null default 'shared' check (visibility in ('private', 'shared')),
  requester_id uuid references users (id),
  assignee_id uuid references users (id),
  subscription_id uuid references subscriptions (id),
  invoice_id uuid references invoices (id),
  replied_at timestamptz(3),
  -- When it was last resolved or closed: how long it can be reopened counts from here.
  settled_at timestamptz(3),
  search_text text not null generated always as
    (folded(number || ' ' || subject || ' ' || coalesce(description, ''))) stored,
  check (num_nonnulls(subscription_id, invoice_id) <= 1),
  -- Private to nobody would be hidden from everybody who could have asked.
  check (visibility = 'shared' or requester_id is not null),
  check ((status in ('resolved', 'closed')) = (settled_at is not null))
);
create index cases_subscription_id on cases (subscription_id) where subscription_id is not null;
create index cases_invoice_id on cases (invoice_id) where invoice_id is not null;`;

/** Two tables, not one with a flag: a query that forgets a condition can not bring a note among the replies. */
const conversation = (['case_messages', 'case_notes'] as const).map(
  (table) => `
create table ${table} (
  id uuid primary key,
  case_id uuid not null references cases (id),
  author_id uuid not null references users (id),
  ${table === 'case_messages' ? `side text not null check (side in ('asks', 'answers')),` : ''}
  body text not null check (char_length(body) between 1 and 10000),
  created_at timestamptz(3) not null
);
create index ${table}_case_id on ${table} (case_id, created_at, id);
create trigger ${table}_stay before update or delete on ${table}
  for each row execute function refuse_rewriting();`,
);

const sorts = [
  ['date', 'created_at desc, id desc'],
  ['updated', 'updated_at desc, id desc'],
] as const;

/** What a scope or boundary asks for alone. */
const single = [
  'created_by',
  'account_executive_id',
  'partner_account_executive_id',
  'partner_id',
  'requester_id',
  'assignee_id',
];
/** What is asked for together with a boundary that is much larger. */
const within = [
  ...['created_by', 'partner_account_executive_id', 'assignee_id'].map((column) => ['partner_id', column]),
  ['organization_id', 'visibility'],
];

const indexes = [
  ...sorts.flatMap(([suffix, columns]) => [
    `create index cases_by_${suffix} on cases (${columns})`,
    `create index cases_organization_id_${suffix} on cases (organization_id, ${columns})`,
    `create index cases_unassigned_${suffix} on cases (${columns}) where assignee_id is null`,
    ...single.map(
      (column) =>
        `create index cases_${column}_${suffix} on cases (${column}, ${columns}) where ${column} is not null`,
    ),
    ...within.map(
      ([boundary, column]) =>
        `create index cases_within_${column}_${suffix} on cases (${boundary}, ${column}, ${columns})
  where ${boundary} is not null and ${column} is not null`,
    ),
  ]),
  'create index cases_search on cases using gin (search_text gin_trgm_ops)',
];

/** As every record of an organization; and a colleague of the former partner does not keep a case that moved away. */
const access = `
create function copy_case_access_columns() returns trigger language plpgsql as $$
begin
  select o.partner_id, o.account_executive_id, o.partner_account_executive_id
    into new.partner_id, new.account_executive_id, new.partner_account_executive_id
    from organizations o where o.id = new.organization_id for share;
  if exists (select from users where id = new.assignee_id and role_type = 'partner'
    and partner_id is distinct from new.partner_id) then
    new.assignee_id := null;
  end if;
  return new;
end $$;
create trigger cases_access_columns
  before insert or update of organization_id, partner_id, account_executive_id, partner_account_executive_id on cases
  for each row execute function copy_case_access_columns();
create function move_cases() returns trigger language plpgsql as $$
begin
  update cases set organization_id = organization_id where organization_id = new.id;
  return null;
end $$;
create trigger organizations_move_cases
  after update of account_executive_id, partner_account_executive_id, parent_partner_id, kind on organizations
  for each row
  when ((old.partner_id, old.account_executive_id, old.partner_account_executive_id)
    is distinct from (new.partner_id, new.account_executive_id, new.partner_account_executive_id))
  execute function move_cases();`;

/** Replies and notes are given to neither role: they are read after the case itself was decided. */
const fence = `
alter table cases enable row level security;
${(
  [
    ['ambit_customer', 'organization_id', 'ambit.organization_id'],
    ['ambit_partner', 'partner_id', 'ambit.partner_id'],
  ] as const
)
  .map(
    ([role, column, setting]) => `grant select on cases to ${role};
create policy ${role} on cases for select to ${role}
  using (${column} = nullif(current_setting('${setting}', true), '')::uuid);`,
  )
  .join('\n')}
create function cases_matching(pattern text) returns setof cases
language sql stable security definer as $$
  with hits as materialized (select * from cases where search_text like pattern)
  select * from hits where organization_id = nullif(current_setting('ambit.organization_id', true), '')::uuid
  union all
  select * from hits where partner_id = nullif(current_setting('ambit.partner_id', true), '')::uuid
$$;
do $$ begin
  execute format('alter function cases_matching(text) set search_path = %I, pg_temp', current_schema());
end $$;
revoke all on function cases_matching(text) from public;
grant execute on function cases_matching(text) to ambit_customer, ambit_partner;`;

export const supportCases = {
  name: '0023-cases',
  sql: [cases, ...conversation, ...indexes.map((index) => `${index};`), access, fence].join('\n'),
};
