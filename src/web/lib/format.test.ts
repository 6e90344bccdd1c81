import { expect, test } from 'vitest';
import { formatDate, formatDateTime, formatExact, showTimesIn } from './format.ts';

const late = '2026-03-31T22:30:00.000Z';

test('times are shown in the zone of the company, days of the calendar nowhere else than they are', () => {
  showTimesIn('Europe/Warsaw');
  expect(formatDate(late)).toContain('Apr');
  expect(formatDateTime(late)).toMatch(/Apr.*12:30|0:30/);
  showTimesIn('America/Los_Angeles');
  expect(formatDate(late)).toContain('Mar');
  expect(formatExact(late)).toMatch(/PDT|GMT-7/);
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
    showTimesIn(zone);
    expect(formatDate('2026-04-01')).toContain('Apr');
    expect(formatExact('2026-04-01')).toContain('1');
  }
});

test('a zone that is not known changes nothing', () => {
  showTimesIn('Europe/Warsaw');
  showTimesIn('Middle/Earth');
  expect(formatDate(late)).toContain('Apr');
});
