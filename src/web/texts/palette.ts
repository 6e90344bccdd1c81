export const paletteTexts = {
  title: 'Search and commands',
  placeholder: 'Type a page, a record or an action',
  pages: 'Pages',
  actions: 'Actions',
  nothing: 'Nothing found.',
  searching: 'Searching…',
  results: 'Results',
  failed: (lists: string) => `These could not be searched: ${lists}. Try again in a moment.`,
  inviteUser: 'Add user',
  toggleTheme: 'Switch between light and dark',
  hint: 'Arrow keys to choose, Enter to open, Escape to close',
} as const;
