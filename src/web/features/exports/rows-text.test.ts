import { expect, test } from 'vitest';
import { rowsText } from './rows-text.ts';

test.each([
  ['running', 500, 1200, '500 of 1,200'],
  ['running', 500, null, '500 so far'],
  ['running', 1300, 1200, '1,300 so far'],
  ['done', 1300, 1200, '1,300'],
  ['failed', 500, 1200, '500'],
] as const)('an export that is %s, with %i of %s rows, has %j', (state, rows, total, text) => {
  expect(rowsText({ state, rows, total })).toBe(text);
});
