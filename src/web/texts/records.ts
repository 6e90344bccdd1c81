/** What every list and page says, in the words that the catalog has for its resource. */
export const recordTexts = {
  create: (one: string) => `New ${one}`,
  import: 'Import',
  export: 'Export CSV',
  emptyTitle: (many: string) => `No ${many} yet`,
  emptyText: (one: string) => `There is no ${one} that your profile lets you see. New ones appear here.`,
  noMatchTitle: (one: string) => `No ${one} matches`,
  noMatchText: (one: string) => `Change the search or the filters, or clear them to see every ${one}.`,
  clearFilters: 'Clear filters',
  save: 'Save',
  saved: 'Changes saved',
  added: (name: string) => `${name} was added`,
  about: (one: string) => `About this ${one}`,
  seeAll: 'Open as a list',
  selecting: {
    bar: 'Chosen',
    all: 'Choose all that are shown',
    one: (name: string) => `Choose ${name}`,
    none: 'Nothing here can be chosen',
    clear: 'Clear choice',
  },
} as const;
