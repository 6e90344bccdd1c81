import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvLines } from './csv.ts';

describe('csvLines', () => {
  it.each([
    ['a text', 'a text'],
    ['two\n=1+1', '"two\n=1+1"'],
    ['two\r=1+1', '"two\r=1+1"'],
    ['two\r\n"quoted"', '"two\r\n""quoted"""'],
    ['=1+1', "'=1+1"],
    ['\uff1d1+1', "'\uff1d1+1"],
    ['@sum', "'@sum"],
    [-12.5, '-12.5'],
  ])('writes %j as %j', (value, written) => {
    expect(csvLines([[value, 'next']])).toBe(`${written},next\r\n`);
  });

  it.each(['\n', '\r', '\r\n'])(
    'keeps a text with %j one cell of one record, whatever ends records',
    (line) => {
      const text = csvLines([
        ['1', `hello${line}2${line}=1+1`],
        ['2', 'real'],
      ]);
      for (const record_delimiter of ['\r\n', ['\r\n', '\n', '\r']]) {
        const read: string[][] = parse(text, { record_delimiter });
        expect(read.map(([first]) => first)).toEqual(['1', '2']);
      }
    },
  );
});
