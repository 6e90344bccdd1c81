/** By which predicate a file was written, so that nobody downloads by wider rights than they have by then. */
export const exportsAsRead = {
  name: '0036-exports-as-read',
  sql: `
alter table exports add column read_by text check (char_length(read_by) <= 100);
`,
};
