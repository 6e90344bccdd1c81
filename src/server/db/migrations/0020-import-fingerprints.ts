/** What a row said when it was imported: a record that has lived on since is not compared with its beginnings. */
export const importFingerprints = {
  name: '0020-import-fingerprints',
  sql: `
alter table external_ids add column fingerprint text check (char_length(fingerprint) between 1 and 100);
alter table credits drop constraint credits_source_check;
alter table credits add constraint credits_source_check
  check (source in ('change', 'cancellation', 'issued', 'overpayment', 'voided_invoice', 'imported'));
`,
};
