export const outboxTexts = {
  title: 'Outbox',
  subtitle: 'This installation has no mail server, so its mails wait here. Pass their links on yourself.',
  warning:
    'Whoever opens one of these links gets into that person’s account. Send each link to its recipient only.',
  list: 'Mails, newest first',
  to: 'To',
  subject: 'Subject',
  template: 'Kind',
  status: 'Status',
  when: 'Written',
  copyLink: 'Copy link',
  copied: 'Link copied',
  copyFailed: 'The link could not be copied. Select it and copy it by hand.',
  show: (subject: string, to: string) => `Show “${subject}” to ${to}`,
  hide: (subject: string, to: string) => `Hide “${subject}” to ${to}`,
  emptyTitle: 'No mails yet',
  emptyText: 'Activation and password mails appear here as soon as they are written.',
} as const;
