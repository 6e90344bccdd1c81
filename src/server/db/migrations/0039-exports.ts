/** How many rows an export will have, so that its page can say how far it is. */
export const exportTotals = {
  name: '0039-export-totals',
  sql: 'alter table exports add column total_count int check (total_count >= 0);',
};

/** Each line of an export beside the record it tells of, so that one can be left out. What was written before is asked for again. */
export const exportLines = {
  name: '0043-export-lines',
  sql: `
delete from export_parts;
update exports set status = 'failed', reason = 'It was written by an earlier version. Start it again.',
    finished_at = coalesce(finished_at, now())
  where status = 'done' or (status in ('waiting', 'running') and part_count > 0);
alter table export_parts drop column content, add column ids uuid[] not null, add column lines text[] not null,
  add check (cardinality(ids) = cardinality(lines));
`,
};
