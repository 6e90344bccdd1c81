const searched = [
  { table: 'organizations', name: 'name' },
  { table: 'contacts', name: 'last_name' },
  { table: 'users', name: 'last_name' },
];

/**
 * What a partner's people created, and what is assigned to them, lies inside their cohort: both columns stand in one
 * index, because neither of two single ones says how few of a large cohort's rows are theirs.
 */
function cohortIndexes(table: string, name: string): string[] {
  return ['created_by', 'partner_account_executive_id'].flatMap((column) => {
    const within = `partner_id, ${column}`;
    const where = `where partner_id is not null and ${column} is not null`;
    return [
      `create index ${table}_cohort_${column}_date on ${table} (${within}, created_at desc, id desc) ${where}`,
      `create index ${table}_cohort_${column}_name on ${table} (${within}, ${name}, id) ${where}`,
    ];
  });
}

/**
 * The rows of the caller's boundary that match a pattern. A comparison of texts is not leakproof, so behind a policy
 * it can use no index; here it runs as the owner, and the boundary stands inside. Without one there are no rows.
 */
function matching(table: string): string {
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

export const partnerReads = {
  name: '0009-partner-reads',
  sql: `${searched
    .flatMap(({ table, name }) => [...cohortIndexes(table, name), matching(table)])
    .join(';\n')};`,
};
