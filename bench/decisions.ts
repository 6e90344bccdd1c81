import { firstFailure } from '../src/access/decide.ts';
import { hasGrant } from '../src/access/grants.ts';
import type { Row } from '../src/access/holds.ts';
import type { Permission } from '../src/catalog/catalog.ts';
import { median } from './measure.ts';
import type { Reader } from './world/readers.ts';

export interface DecisionTimes {
  /** Nanoseconds per call. */
  readonly hasGrant: number;
  readonly firstFailureWithRow: number;
}

const asked: readonly Permission[] = [
  'organizations.view',
  'organizations.edit',
  'contacts.view',
  'users.view',
];
const onRow: readonly Permission[] = ['organizations.view', 'organizations.edit'];

/** Checks one person asks in a row, as a page of a list does. */
const together = 100;

/** How long one permission check takes, over people of every role and scope and rows of every owner. */
export function measureDecisions(
  readers: readonly Reader[],
  rows: readonly Row[],
  calls = 1_000_000,
): DecisionTimes {
  const subjects = readers.map(({ subject }) => subject);
  return {
    hasGrant: nanoseconds(calls, (turn) => hasGrant(at(subjects, turn).grants, at(asked, turn))),
    firstFailureWithRow: nanoseconds(
      calls,
      (turn) =>
        firstFailure(at(subjects, Math.floor(turn / together)), at(onRow, turn), at(rows, turn >>> 1)) ===
        null,
    ),
  };
}

function at<T>(list: readonly T[], turn: number): T {
  const item = list[turn % list.length];
  if (item === undefined) throw new Error('An empty list');
  return item;
}

/** Processor time, which other work on the machine does not lengthen; the median of seven rounds. The answers are counted, so that no call can be left out. */
function nanoseconds(calls: number, check: (turn: number) => boolean): number {
  let allowed = 0;
  const rounds = Array.from({ length: 8 }, () => {
    const start = process.cpuUsage();
    for (let turn = 0; turn < calls; turn += 1) if (check(turn)) allowed += 1;
    return (process.cpuUsage(start).user * 1000) / calls;
  });
  if (allowed === 0) throw new Error('Nothing was allowed: the subjects are not those of the rows');
  return median(rounds.slice(1));
}
