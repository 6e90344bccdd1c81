import { expect, test } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatExact,
  formatMoney,
  formatMonth,
  formatNumber,
  showIn,
  withDates,
} from './format.ts';

const late = '2026-03-31T22:30:00.000Z';

test('times are shown in the zone of the company, days of the calendar nowhere else than they are', () => {
  showIn({ timeZone: 'Europe/Warsaw' });
  expect(formatDate(late)).toContain('Apr');
  expect(formatDateTime(late)).toMatch(/Apr.*12:30|0:30/);
  showIn({ timeZone: 'America/Los_Angeles' });
  expect(formatDate(late)).toContain('Mar');
  expect(formatExact(late)).toMatch(/PDT|GMT-7/);
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
    showIn({ timeZone: zone });
    expect(formatDate('2026-04-01')).toContain('Apr');
    expect(formatExact('2026-04-01')).toContain('1');
  }
});

test('a zone that is not known changes nothing', () => {
  showIn({ timeZone: 'Europe/Warsaw' });
  showIn({ timeZone: 'Middle/Earth' });
  expect(formatDate(late)).toContain('Apr');
});

test('numbers, money and dates are written as the reader chose', () => {
  const written = (locale: string) => {
    showIn({ timeZone: 'UTC', locale });
    const money = formatMoney({ amount: 123_456, currency: 'EUR' }).replaceAll(/\s/g, ' ');
    return [formatDate('2026-04-03'), formatNumber(1234.5), money, formatMonth('2027-04', 'card')];
  };
  expect(written('de-DE')).toEqual(['03.04.2026', '1.234,5', '1.234,56 €', 'Apr. 2027']);
  expect(written('en-US')).toEqual(['Apr 3, 2026', '1,234.5', '€1,234.56', 'Apr 2027']);
  showIn({ timeZone: 'UTC', locale: 'no such locale' });
  expect(formatNumber(1234.5)).toBe('1,234.5');
  showIn({});
});

test('days in a sentence of the server are written as the reader writes them, numbers and names are not touched', () => {
  const sentence = (day: string) => `Invoice INV-2026-04-01 of Otter 2026-13-01 was issued, due on ${day}.`;
  expect(withDates(sentence('2026-12-28'))).toBe(sentence(formatDate('2026-12-28')));
});
