const person = `first_name || ' ' || last_name || ' ' || `;

const searched = [
  {
    table: 'organizations',
    text: `number || ' ' || name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '')`,
  },
  {
    table: 'contacts',
    text: `${person}coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(job_title, '')`,
  },
  { table: 'users', text: `${person}email` },
];

/** The column is written anew and its index built anew, in one transaction: a large table takes a minute. */
function rebuilt({ table, text }: (typeof searched)[number]): string {
  return `
alter table ${table} drop column search_text,
  add column search_text text not null generated always as (folded(${text})) stored;
create index ${table}_search on ${table} using gin (search_text gin_trgm_ops);`;
}

/**
 * Which letters a search takes for one is said by Unicode, not by the locale a database happens to have: under C,
 * `lower` leaves all but the English ones as they are. The first collation there is decides; a PostgreSQL that has none
 * of them keeps what its locale says.
 */
const foldings = ['und-x-icu', 'pg_c_utf8', 'C.utf8', 'C.UTF-8'];

export const foldedSearch = {
  name: '0011-folded-search',
  sql: `
do $migration$
declare
  folding text;
begin
  select format('collate pg_catalog.%I', collname) into folding from pg_collation
  where collname = any(array[${foldings.map((name) => `'${name}'`).join(', ')}])
    and collnamespace = 'pg_catalog'::regnamespace and getdatabaseencoding() = 'UTF8'
    and collencoding in (-1, pg_char_to_encoding('UTF8'))
  order by array_position(array[${foldings.map((name) => `'${name}'`).join(', ')}], collname::text) limit 1;
  execute format('create function folded(text) returns text language sql immutable strict parallel safe
    return lower($1 %s)', coalesce(folding, ''));
end $migration$;
${searched.map(rebuilt).join('\n')}
`,
};
