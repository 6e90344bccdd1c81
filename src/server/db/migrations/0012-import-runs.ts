/** An import is written down when it starts, and every row's verdict with it: both can be found again. */
export const importRuns = {
  name: '0012-import-runs',
  sql: `
alter table imports
  add column row_count int not null default 0 check (row_count >= 0),
  add column done_count int not null default 0 check (done_count >= 0),
  add column beat_at timestamptz(3) not null default now(),
  add column finished_at timestamptz(3),
  add column reason text check (char_length(reason) <= 2000);
update imports set finished_at = created_at,
  row_count = coalesce((result->>'rows')::int, 0), done_count = coalesce((result->>'rows')::int, 0);
create index imports_created_by on imports (created_by, created_at desc, id desc);

create table import_verdicts (
  import_id uuid not null references imports (id) on delete cascade,
  row_number int not null,
  verdict text not null check (verdict in ('create', 'update', 'unchanged', 'refuse')),
  label text not null,
  fields jsonb not null default '[]',
  primary key (import_id, row_number)
);
`,
};
