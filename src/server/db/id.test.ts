import { expect, test, vi } from 'vitest';
import { newId } from './id.ts';

test('ids are version 7 and sort in the order they were made', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a clock that steps back does not', () => {
  const before = newId();
  vi.useFakeTimers({ now: Date.now() - 60_000 });
  const after = newId();
  vi.useRealTimers();
  expect(after > before).toBe(true);
});
