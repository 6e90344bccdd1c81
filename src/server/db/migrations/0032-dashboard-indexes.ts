type Figures = { table: string; name: string; key: string; include: string; where?: string; cohort?: true };

/** The columns that a reader's rule compares; the rest of a rule stands beside them in the index. */
const behind = ['organization_id', 'partner_id', 'created_by', 'account_executive_id'];
const beside = ['created_by', 'partner_account_executive_id'];

/**
 * What a block of the dashboard reads of a list, whole in an index for each column that a profile can limit it to: a
 * figure over few records reads those, one over all reads the index and not the table. What somebody has of a cohort is
 * more than either column lets the planner expect, so where there is most of it both stand in one index.
 */
function indexesOf({ table, name, key, include, where, cohort }: Figures): string[] {
  const own = table === 'organizations' ? behind.slice(1) : behind;
  const filter = (...parts: (string | undefined)[]) => {
    const given = parts.filter((part) => part !== undefined);
    return given.length > 0 ? ` where ${given.join(' and ')}` : '';
  };
  return [
    `create index ${table}_${name} on ${table} (${key})${include ? ` include (${include})` : ''}${filter(where)}`,
    ...(cohort ? beside : []).map(
      (column) => `create index ${table}_${name}_cohort_${column} on ${table} (partner_id, ${column}, ${key})
  include (${[...beside.filter((one) => one !== column), include].join(', ')})${filter(where, 'partner_id is not null', `${column} is not null`)}`,
    ),
    ...own.map((column) => {
      const more = [...beside.filter((one) => one !== column), ...(include ? [include] : [])].join(', ');
      const present = column === 'organization_id' ? undefined : `${column} is not null`;
      return `create index ${table}_${name}_${column} on ${table} (${column}, ${key}) include (${more})${filter(where, present)}`;
    }),
  ];
}

const figures: readonly Figures[] = [
  {
    table: 'invoices',
    name: 'owed',
    key: 'due_on desc, id desc',
    include: 'currency, balance',
    where: "status = 'open'",
    cohort: true,
  },
  { table: 'subscriptions', name: 'state', key: 'status', include: 'currency, mrr, trial_end' },
  {
    table: 'subscriptions',
    name: 'charges',
    key: 'charges_on, id',
    include: '',
    where: 'charges_on is not null',
  },
  { table: 'organizations', name: 'state', key: 'kind, status', include: '' },
];

export const dashboardIndexes = {
  name: '0032-dashboard-indexes',
  sql: `
-- The day of the next charge: none comes after a cancellation or the end of a term that is not renewed.
alter table subscriptions add column charges_on date generated always as (case
  when next_due_on is null or cancellation_on <= coalesce(period_end, anchor) then null
  when term_end <= coalesce(period_end, anchor) and not (auto_renew or renewal_ordered) then null
  else coalesce(period_end, anchor) end) stored;
drop index invoices_open;
${figures.flatMap(indexesOf).join(';\n')};
`,
};
