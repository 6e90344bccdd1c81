/**
 * Beside every search behind the fence one that gives up: when the whole table has as many hits as it may follow, it
 * says so with a row of nulls. The query is planned once per connection, not at every call.
 */
const searches = (more = '') => `
do $migration$
declare
  listed record;
begin
  for listed in
    select c.relname as name from pg_proc p join pg_class c on p.proname = c.relname || '_matching'
    where p.pronamespace = current_schema()::regnamespace and c.relnamespace = p.pronamespace and c.relkind = 'r'
      and p.proargtypes = array['text'::regtype]::oidvector
      -- What belongs to no organization has brought its own.
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id')${more}
  loop
    execute format($create$
create function %1$I(text, int) returns setof %2$I language plpgsql stable security definer set search_path = %3$I, pg_temp as $$
begin
  return query with hits as materialized (select * from %2$I where search_text like $1),
    few as materialized (select * from hits limit $2)
  select * from few where organization_id = nullif(current_setting('ambit.organization_id', true), '')::uuid
  union all
  select * from few where partner_id = nullif(current_setting('ambit.partner_id', true), '')::uuid
  union all
  select (null::%2$I).* where (select count(*) from few) >= $2;
end $$;
revoke all on function %1$I(text, int) from public;
grant execute on function %1$I(text, int) to ambit_customer, ambit_partner$create$,
      listed.name || '_matching', listed.name, current_schema());
  end loop;
end $migration$`;

export const fewHits = { name: '0035-few-hits', sql: searches() };

/** For tables that came after it: where the search above was there first, they have none that gives up. */
export const fewHitsOfLaterTables = {
  name: '0037-few-hits-of-later-tables',
  sql: searches(`
      and not exists (select from pg_proc f where f.proname = p.proname and f.pronamespace = p.pronamespace
        and f.pronargs = 2)`),
};
