export const recordHistoryTexts = {
  title: 'History',
  list: 'What was recorded about this',
  when: 'When',
  who: 'Who',
  what: 'What',
  changes: 'Changes',
  emptyTitle: 'Nothing has been recorded yet',
  inAuditLog: 'Open in the audit log',
} as const;
