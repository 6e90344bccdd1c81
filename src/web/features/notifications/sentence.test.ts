import { afterEach, expect, test } from 'vitest';
import { showIn } from '../../lib/format.ts';
import { sentenceOf } from './sentence.ts';

afterEach(() => showIn({}));

test.each([
  ['en-GB', 'Invoice INV-000001 over €1,234.50 was issued, due on 2 Dec 2026.'],
  ['de-DE', 'Invoice INV-000001 over 1.234,50 € was issued, due on 02.12.2026.'],
])('in %s dates and amounts are written as on the other pages', (locale, sentence) => {
  showIn({ locale });
  const data = { amount: { amount: 123_450, currency: 'EUR' }, due_on: '2026-12-02' };
  expect(sentenceOf({ kind: 'invoice_issued', label: 'INV-000001', data }).replaceAll('\u00a0', ' ')).toBe(
    sentence,
  );
});

test.each(['Amber Otter', '2026-12-02', '2026-99-99'])('words stay as they are: %s', (organization) => {
  const data = { organization };
  expect(sentenceOf({ kind: 'case_opened', label: 'C-000001', data })).toBe(
    `${organization} opened case C-000001.`,
  );
});
