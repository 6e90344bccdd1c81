import type { AppContext } from '../../app-context.ts';
import { today } from '../../commerce/today.ts';
import { lastAttempts } from './attempts.ts';
import { hasExpired, type MethodRow } from './records.ts';

/**
 * Which method takes the place of a default that goes: one that paid last time before one that was never tried, the
 * oldest first. One that has expired or was declined is charged by nobody's accident: it has to be chosen.
 */
export async function successorAmong(
  app: AppContext,
  methods: readonly MethodRow[],
): Promise<MethodRow | null> {
  const day = await today(app);
  const attemptOf = await lastAttempts(app.db, methods);
  const good = methods.filter((row) => !hasExpired(row, day) && attemptOf(row) !== 'declined');
  return good.find((row) => attemptOf(row) === 'succeeded') ?? good[0] ?? null;
}
