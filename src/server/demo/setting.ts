import type { Random } from './random.ts';

/** What every part of the demo is made with. */
export interface Setting {
  readonly random: Random;
  /** Midnight (UTC) of the day it is made. */
  readonly today: Date;
}

export const dayMs = 86_400_000;

export function daysBefore(today: Date, days: number): Date {
  return new Date(today.getTime() - days * dayMs);
}
