import { expect, test } from 'vitest';
import { parseCsv, rowLimit } from './parse-csv.ts';
import { textOf } from './read-file.ts';

const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64');

test('cells stay text: formulas, leading zeros and dates are left alone', () => {
  const { header, lines } = parseCsv('id,name\r\n007,"=HYPERLINK(""http://x"")"\r\n\r\n8,@cmd\r\n');
  expect(header).toEqual(['id', 'name']);
  expect(lines).toEqual([
    { row: 1, cells: ['007', '=HYPERLINK("http://x")'] },
    { row: 3, cells: ['8', '@cmd'] },
  ]);
});

test('semicolons and tabs separate too, commas inside quotes do not', () => {
  expect(parseCsv('id;name\n1;"Otter, Ltd"').lines[0]?.cells).toEqual(['1', 'Otter, Ltd']);
  expect(parseCsv('id\t"a,b,c,d"\n1\t2').header).toEqual(['id', 'a,b,c,d']);
});

test.each([
  ['', /is empty/],
  ['\n1,2', /is empty/],
  ['id,name,id\n1,2,3', /"id" stands in the header twice/],
  ['id,name\n1,"open', /never closed/],
  ['id,name\n1,"a"b"', /quotation marks/],
  [`id,name\n1,"${'x'.repeat(300_000)}"`, /longer than/],
])('the file %# is refused as a whole', (text, message) => {
  expect(() => parseCsv(text)).toThrow(message);
});

test('a million rows are refused without reading them all', () => {
  const text = `id,name\n${'1,Otter\n'.repeat(1_000_000)}`;
  const start = performance.now();
  expect(() => parseCsv(text)).toThrow('more than 20,000 rows');
  expect(performance.now() - start).toBeLessThan(2000);
  expect(parseCsv(`id,name\n${'1,Otter\n'.repeat(rowLimit)}`).lines).toHaveLength(rowLimit);
});

test('only UTF-8 is read, with or without byte order mark', () => {
  expect(textOf(base64('\uFEFFid,näme\n'))).toBe('id,näme\n');
  expect(() => textOf(base64(Buffer.from('id,näme\n', 'latin1')))).toThrow(/not in UTF-8.*Latin/);
  expect(() => textOf(base64(Buffer.from('\uFEFFid', 'utf16le')))).toThrow(/UTF-16/);
  expect(() => textOf(base64('a\0b'))).toThrow(/null characters/);
  expect(() => textOf('not base 64!')).toThrow(/Base64/);
  expect(() => textOf(base64(Buffer.alloc(50 * 1024 * 1024 + 1, 65)))).toThrow(/50 MiB/);
});
