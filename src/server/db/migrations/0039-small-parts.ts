/** How many rows an export will have, so that its page can say how far it is. */
export const exportTotals = {
  name: '0039-export-totals',
  sql: 'alter table exports add column total_count int check (total_count >= 0);',
};

/** Cases that were resolved, oldest first: every night those are closed that can not be reopened any more. */
export const resolvedCases = {
  name: '0040-resolved-cases',
  sql: "create index cases_resolved on cases (settled_at, id) where status = 'resolved';",
};

/**
 * Behind the fence somebody's notifications are those of people whom the fence lets through. An `exists` would be
 * planned as a table of all these people, made anew for each kind of record: 20 ms for a partner with 20,000 of them.
 */
export const notificationFence = {
  name: '0041-notification-fence',
  sql: `
alter table notifications enable row level security;
create policy ambit_customer on notifications for select to ambit_customer
  using (user_id = (select u.id from users u where u.id = notifications.user_id));
create policy ambit_partner on notifications for select to ambit_partner
  using (user_id = (select u.id from users u where u.id = notifications.user_id));
`,
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
