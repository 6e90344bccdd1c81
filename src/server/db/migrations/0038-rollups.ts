interface Rollup {
  readonly table: string;
  /** Column by type. */
  readonly by: Readonly<Record<string, 'text' | 'date'>>;
  /** A column of money. */
  readonly sum?: string;
}

const rollups: readonly Rollup[] = [
  { table: 'organizations', by: { kind: 'text', status: 'text' } },
  { table: 'subscriptions', by: { status: 'text', currency: 'text' }, sum: 'mrr' },
  { table: 'invoices', by: { status: 'text', due_on: 'date', currency: 'text' }, sum: 'balance' },
  { table: 'cases', by: { status: 'text' } },
];

/**
 * How many rows a table holds, and how much money, by a few of their columns. Each statement adds what it changed, as
 * rows of its own, so that no two writers wait for each other; the sum of all rows is the truth at any commit, and a job
 * folds them together.
 */
function rollUp({ table, by, sum }: Rollup): string {
  const columns = Object.keys(by);
  const kept = [...columns, 'records', ...(sum ? [sum] : [])].join(', ');
  const of = (row: string, sign: '' | '-') =>
    [
      ...columns.map((column) => `${row}.${column}`),
      `${sign}1`,
      ...(sum ? [`${sign}${row}.${sum}`] : []),
    ].join(', ');
  const grouped = (sign: '' | '-', from: string) => `insert into ${table}_rollup (${kept})
    select ${columns.join(', ')}, ${sign}count(*)${sum ? `, ${sign}sum(${sum})` : ''} from ${from} group by ${columns.join(', ')}`;
  const counted = (row: string) =>
    `(${[...columns, ...(sum ? [sum] : [])].map((column) => `${row}.${column}`).join(', ')})`;
  return `
create table ${table}_rollup (
  ${Object.entries(by)
    .map(([column, type]) => `${column} ${type} not null,`)
    .join(' ')}
  records bigint not null${sum ? `, ${sum} bigint not null` : ''}
);

create function roll_up_${table}() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    insert into ${table}_rollup (${kept}) values (${of('old', '-')}), (${of('new', '')});
  elsif tg_op = 'INSERT' then
    ${grouped('', 'added')};
  else
    ${grouped('-', 'removed')};
  end if;
  return null;
end $$;
create trigger ${table}_roll_up_added after insert on ${table}
  referencing new table as added for each statement execute function roll_up_${table}();
create trigger ${table}_roll_up_removed after delete on ${table}
  referencing old table as removed for each statement execute function roll_up_${table}();
create trigger ${table}_roll_up_changed after update on ${table} for each row
  when (${counted('old')} is distinct from ${counted('new')}) execute function roll_up_${table}();

-- The triggers waited for those who write, and let nobody else: what is there now is counted once, and all of it.
${grouped('', table)};`;
}

/** Whoever sees everything has their dashboard counted from sums: a million open invoices are not read for five figures. */
export const keptRollups = {
  name: '0038-rollups',
  sql: rollups.map(rollUp).join('\n'),
};
