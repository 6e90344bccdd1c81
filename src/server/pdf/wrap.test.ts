import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, shorten, wrap } from './wrap.ts';

const measure = (text: string) => Array.from(text).length;

test.each([
  ['one two three', 7, ['one two ', 'three']],
  ['one two three', 100, ['one two three']],
  ['abcdefgh', 3, ['abc', 'def', 'gh']],
  ['a abcdefgh b', 3, ['a ', 'abc', 'def', 'gh ', 'b']],
  ['a\nb', 10, ['a ', 'b']],
  ['', 10, ['']],
  ['\u00a0', 8, ['\u00a0']],
  ['100\u00a0000 zł', 7, ['100\u00a0000 ', 'zł']],
  ['👨‍👩‍👧x', 1, ['👨👩👧x'].flatMap((text) => Array.from(text))],
])('%j in %i', (text, width, lines) => {
  expect(wrap(text, width, measure)).toEqual(lines);
});

test('no word is lost and no line too wide', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 8, max: 40 }), (text, width) => {
      const lines = wrap(text, width, measure);
      const words = (part: string) => part.split(/[ \n]+/).filter((word) => word !== '');
      expect(words(lines.join(''))).toEqual(words(clean(text)));
      for (const line of lines) expect(measure(line.trimEnd())).toBeLessThanOrEqual(width);
    }),
  );
});

test('shortening leaves what fits', () => {
  expect(shorten('short', 10, measure)).toBe('short');
  expect(shorten('rather too long', 10, measure)).toBe('rather to…');
  expect(shorten('two\nlines', 20, measure)).toBe('two, lines');
});
