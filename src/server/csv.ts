import { stringify } from 'csv-stringify/sync';

/** One chunk of CSV. A text that a spreadsheet would run as a formula is escaped. */
export function csvLines(rows: readonly (readonly unknown[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      escape_formulas: true,
      record_delimiter: '\r\n',
      // A line break of either kind ends a record for most readers: what follows it would be one, or a formula.
      quoted_match: /[\r\n]/,
      cast: { date: (value) => value.toISOString() },
    },
  );
}
