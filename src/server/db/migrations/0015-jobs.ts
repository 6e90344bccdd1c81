import { readFileSync } from 'node:fs';

const queue = readFileSync(new URL('./0015-pg-boss.sql', import.meta.url), 'utf8');

export const jobs = {
  name: '0015-jobs',
  sql: `${queue}
create table job_runs (
  id uuid primary key,
  job text not null check (char_length(job) between 1 and 100),
  queue_id uuid,
  attempt int not null check (attempt >= 1),
  cause text not null check (cause in ('schedule', 'run_now', 'change')),
  asked_by uuid references users (id),
  started_at timestamptz(3) not null,
  finished_at timestamptz(3),
  outcome text not null default 'running' check (outcome in ('running', 'done', 'failed', 'interrupted')),
  counts jsonb not null default '{}',
  error text check (char_length(error) <= 500),
  check ((outcome = 'running') = (finished_at is null))
);
create index job_runs_started_at on job_runs (started_at desc, id desc);
create index job_runs_job on job_runs (job, started_at desc, id desc);
create index job_runs_running on job_runs (job, started_at) where outcome = 'running';
`,
};
