import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testNumbers, testRoutingNumber } from './test-cards.ts';

test('the documentation lists the numbers there are, in their order', () => {
  const page = readFileSync(new URL('../../docs/payment-gateway.md', import.meta.url), 'utf8');
  const rows = page.matchAll(/^\| (?:Card|ACH|IBAN)[^|]*\| ([^|]+) \|/gm);
  const listed = Array.from(rows, ([, number = '']) => number.replaceAll(' ', ''));
  expect(listed).toEqual(testNumbers.map(({ number }) => number));
  expect(page).toContain(testRoutingNumber);
});
