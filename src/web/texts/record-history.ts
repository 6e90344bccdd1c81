export const recordHistoryTexts = {
  title: 'History',
  list: 'What was recorded about this',
  when: 'When',
  who: 'Who',
  what: 'What',
  outcome: 'Outcome',
  changes: 'Changes',
  allowed: 'Done',
  refused: 'Refused',
  emptyTitle: 'Nothing has been recorded yet',
  inAuditLog: 'Open in the audit log',
} as const;
