import { trail } from './commerce-parts.ts';

/** For whom a published article is; the catalog's boundaries ask for these columns, and so do the policies. */
const audiences = [
  ['for_customers', 'customer'],
  ['for_partners', 'partner'],
  ['for_csrs', 'csr'],
  ['for_admins', 'admin'],
] as const;

const reader = audiences.map(
  ([column, type]) =>
    `${column} boolean not null generated always as (status = 'published' and '${type}' = any(audience)) stored`,
);

const sorts = [
  ['category', 'category, id'],
  ['title', 'title, id'],
  ['date', 'created_at desc, id desc'],
] as const;

const indexes = sorts.flatMap(([suffix, columns]) => [
  `create index articles_by_${suffix} on articles (${columns})`,
  `create index articles_created_by_${suffix} on articles (created_by, ${columns}) where created_by is not null`,
  ...audiences.map(
    ([column]) => `create index articles_${column}_${suffix} on articles (${column}, ${columns})`,
  ),
]);

/** Within the boundary that the transaction was given; without one nothing is shown. */
const fences = [
  ['ambit_customer', 'for_customers', 'ambit.organization_id'],
  ['ambit_partner', 'for_partners', 'ambit.partner_id'],
] as const;

const bounded = (setting: string) => `nullif(current_setting('${setting}', true), '') is not null`;

const fenced = [
  'alter table articles enable row level security',
  ...fences.flatMap(([role, column, setting]) => [
    `grant select on articles to ${role}`,
    `create policy ${role} on articles for select to ${role} using (${column} and ${bounded(setting)})`,
  ]),
];

const within = (hits: string) =>
  fences
    .map(([, column, setting]) => `select * from ${hits} where ${column} and ${bounded(setting)}`)
    .join('\n  union all\n  ');

/** The search behind the fence, and beside it the one that gives up; see the migrations of partner reads and of few hits. */
const searches = `create function articles_matching(pattern text) returns setof articles
language sql stable security definer as $$
  with hits as materialized (select * from articles where search_text like pattern)
  ${within('hits')}
$$;
create function articles_matching(text, int) returns setof articles language plpgsql stable security definer as $$
begin
  return query with hits as materialized (select * from articles where search_text like $1),
    few as materialized (select * from hits limit $2)
  ${within('few')}
  union all
  select (null::articles).* where (select count(*) from few) >= $2;
end $$;
do $$ begin
  execute format('alter function articles_matching(text) set search_path = %I, pg_temp', current_schema());
  execute format('alter function articles_matching(text, int) set search_path = %I, pg_temp', current_schema());
end $$;
revoke all on function articles_matching(text), articles_matching(text, int) from public;
grant execute on function articles_matching(text), articles_matching(text, int) to ambit_customer, ambit_partner`;

export const articles = {
  name: '0025-articles',
  sql: `
create table articles (
  id uuid primary key,
  title text not null check (char_length(title) between 1 and 200),
  summary text check (char_length(summary) <= 500),
  category text not null check (char_length(category) between 1 and 60),
  body text not null check (char_length(body) between 1 and 50000),
  audience text[] not null check (cardinality(audience) > 0 and audience <@ array['admin', 'csr', 'partner', 'customer']),
  status text not null default 'draft' check (status in ('draft', 'published', 'archived')),
  published_at timestamptz(3),
  ${reader.join(',\n  ')},
  ${trail},
  search_text text not null generated always as
    (folded(title || ' ' || category || ' ' || coalesce(summary, '') || ' ' || body)) stored,
  check (status <> 'published' or published_at is not null)
);
${[...indexes, 'create index articles_search on articles using gin (search_text gin_trgm_ops)', ...fenced, searches].join(';\n')};
`,
};
