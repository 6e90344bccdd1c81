/** More rows are refused by the server. */
const rowLimit = 20_000;

export type Sheet = { header: readonly string[]; rows: readonly (readonly string[])[] };

/** The header tells what separates the cells: comma, semicolon or tabulator. */
function delimiterOf(text: string): string {
  const header = (text.split(/[\r\n]/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  return [';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best), ',');
}

/** Takes a CSV apart, only to show it: samples, column names, guesses. What counts is read by the server. */
export function readCsv(text: string): Sheet {
  const delimiter = delimiterOf(text);
  // A cell in quotes (doubled inside) or plain, and what ends it.
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*))(${delimiter}|\\r\\n|\\n|\\r|$)`,
    'y',
  );
  const lines: string[][] = [];
  let line: string[] = [];
  while (cell.lastIndex < text.length && lines.length <= rowLimit) {
    const found = cell.exec(text);
    if (!found) break;
    line.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] !== delimiter) {
      lines.push(line);
      line = [];
    }
  }
  if (line.length > 0) lines.push(line);
  const [header = [], ...rows] = lines;
  return {
    header: header.map((name) => name.trim()),
    rows: rows.filter((cells) => cells.some((text) => text.trim() !== '')),
  };
}
