interface Listed {
  readonly table: string;
  /** Sorted by besides the time of making; a `date`. */
  readonly date?: string;
}

const listed: readonly Listed[] = [
  { table: 'orders' },
  { table: 'subscriptions', date: 'starts_on' },
  { table: 'invoices', date: 'due_on' },
  { table: 'payments' },
  { table: 'payment_methods' },
  { table: 'credits' },
];

const copies = 'partner_id, account_executive_id, partner_account_executive_id';
const sparse = ['created_by', 'account_executive_id', 'partner_account_executive_id', 'partner_id'];

/** A suffix and the columns behind each access column, for every sort of the list. */
function sortsOf({ date }: Listed): [suffix: string, columns: string][] {
  const made: [string, string] = ['date', 'created_at desc, id desc'];
  return date ? [made, [date, `${date} desc, id desc`]] : [made];
}

function indexesOf(list: Listed): string[] {
  const { table } = list;
  return [
    ...sortsOf(list).flatMap(([suffix, columns]) => [
      `create index ${table}_by_${suffix} on ${table} (${columns})`,
      `create index ${table}_organization_id_${suffix} on ${table} (organization_id, ${columns})`,
      ...sparse.map(
        (column) =>
          `create index ${table}_${column}_${suffix} on ${table} (${column}, ${columns}) where ${column} is not null`,
      ),
      ...['created_by', 'partner_account_executive_id'].map(
        (
          column,
        ) => `create index ${table}_cohort_${column}_${suffix} on ${table} (partner_id, ${column}, ${columns})
          where partner_id is not null and ${column} is not null`,
      ),
    ]),
    `create index ${table}_search on ${table} using gin (search_text gin_trgm_ops)`,
  ];
}

/** Whose it is, kept by the database, also when the organization moves. */
function copied({ table }: Listed): string {
  return `create trigger ${table}_access_columns before insert or update of organization_id, ${copies} on ${table}
  for each row execute function copy_access_columns()`;
}

function fenced({ table }: Listed): string[] {
  const roles = [
    ['ambit_customer', 'organization_id', 'ambit.organization_id'],
    ['ambit_partner', 'partner_id', 'ambit.partner_id'],
  ] as const;
  return [
    `alter table ${table} enable row level security`,
    ...roles.flatMap(([role, column, setting]) => [
      `grant select on ${table} to ${role}`,
      `create policy ${role} on ${table} for select to ${role}
  using (${column} = nullif(current_setting('${setting}', true), '')::uuid)`,
    ]),
  ];
}

/** The rows of the caller's boundary that match a pattern; see the migration of partner reads. */
function matching({ table }: Listed): string {
  return `create function ${table}_matching(pattern text) returns setof ${table}
language sql stable security definer as $$
  with hits as materialized (select * from ${table} where search_text like pattern)
  select * from hits where organization_id = nullif(current_setting('ambit.organization_id', true), '')::uuid
  union all
  select * from hits where partner_id = nullif(current_setting('ambit.partner_id', true), '')::uuid
$$;
do $$ begin
  execute format('alter function ${table}_matching(text) set search_path = %I, pg_temp', current_schema());
end $$;
revoke all on function ${table}_matching(text) from public;
grant execute on function ${table}_matching(text) to ambit_customer, ambit_partner`;
}

const moved = ['contacts', 'users', ...listed.map(({ table }) => table)];

const moveRecords = `create or replace function move_records() returns trigger language plpgsql as $$
begin
${moved.map((table) => `  update ${table} set organization_id = organization_id where organization_id = new.id;`).join('\n')}
  return null;
end $$`;

export const commerceAccess = {
  name: '0017-commerce-access',
  sql: `${[
    ...listed.flatMap((list) => [...indexesOf(list), copied(list), ...fenced(list), matching(list)]),
    moveRecords,
  ].join(';\n')};`,
};
