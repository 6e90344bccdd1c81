export const dashboardTexts = {
  title: 'Dashboard',
  subtitle: 'Counted over the records that you can see',
  organizations: 'Organizations',
  table: 'Organizations by kind and state',
  kind: 'Kind',
  total: 'Total',
  share: 'Share',
  statuses: { active: 'Active', closed: 'Closed' },
  kinds: { customer: 'Customers', partner: 'Partners' },
  activeOf: (kind: string) => `Active ${kind.toLowerCase()}`,
  all: 'All organizations',
  hiddenTitle: 'Organizations are not part of your profile',
  hiddenText:
    'This page counts organizations, and your profile does not open them. An administrator can change that.',
  emptyTitle: 'Nothing to count yet',
  emptyText:
    'There is no organization that your profile lets you see. The figures appear with the first one.',
  add: 'New organization',
} as const;
