import { expect, test } from 'vitest';
import { companyFormatName, findZones, formatChoices, timeZones, zoneCalled } from './regional-choices.ts';

test('a zone is found by any part of its name, in any order', () => {
  expect(findZones('new york')).toContain('America/New_York');
  expect(findZones('york america')).toContain('America/New_York');
  expect(findZones('warsaw')).toEqual(['Europe/Warsaw']);
  expect(findZones('middle earth')).toEqual([]);
  expect(findZones('')).toHaveLength(50);
  expect(findZones('')[0]).toBe('UTC');
});

test.each([
  ['Europe/Warsaw', 'Europe/Warsaw'],
  [' america/new york ', 'America/New_York'],
  ['utc', 'UTC'],
  ['Warsaw', undefined],
  ['Mars/Olympus', undefined],
  ['', undefined],
])('%j is called so by %s', (name, zone) => {
  expect(zoneCalled(name)).toBe(zone);
});

test('the zone in use is a choice, even where the browser does not list it', () => {
  expect(timeZones('Middle/Earth')).toContain('Middle/Earth');
  expect(zoneCalled('middle/earth', 'Middle/Earth')).toBe('Middle/Earth');
  expect(new Set(timeZones('UTC')).size).toBe(timeZones('UTC').length);
});

test('each way to write shows what it looks like', () => {
  const german = formatChoices.find(({ value }) => value === 'de-DE');
  expect(german?.label).toBe('German (Germany): 31.12.26 · 1.234,56');
  expect(companyFormatName('en', 'As the browser')).toBe('As the browser');
  expect(companyFormatName('de-DE', 'As the browser')).toBe(german?.label);
});
