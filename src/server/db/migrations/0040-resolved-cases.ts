/** Cases that were resolved, oldest first: every night those are closed that can not be reopened any more. */
export const resolvedCases = {
  name: '0040-resolved-cases',
  sql: "create index cases_resolved on cases (settled_at, id) where status = 'resolved';",
};
