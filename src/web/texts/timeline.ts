export const timelineTexts = {
  title: 'Timeline',
  list: 'What happened, newest first',
  kind: 'Kind',
  record: 'Record',
  emptyTitle: 'Nothing has happened yet',
  emptyText: 'Changes of this organization and its records appear here, as far as you may see them.',
  noMatchTitle: 'Nothing of this kind',
  noMatchText: 'Choose another kind, or all of them.',
} as const;
