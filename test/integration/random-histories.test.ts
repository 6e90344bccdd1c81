import { expect, it } from 'vitest';
import { liveInTables, type Outcomes } from '../kit/table-history.ts';

/** So many histories, more with `AMBIT_HISTORIES`; another beginning with `AMBIT_HISTORIES_SEED`. */
const wanted = Number(process.env.AMBIT_HISTORIES ?? 20);
const firstSeed = Number(process.env.AMBIT_HISTORIES_SEED ?? 1);
const together = 10;
const seeds = Array.from({ length: Math.ceil(wanted / together) }, (_, n) => firstSeed + n);
const all: Outcomes = new Map();

it.each(seeds)(
  'whatever is asked, in whatever order and twice, the books are sound: seed %i',
  async (seed) => {
    const outcomes = await liveInTables(seed, Math.min(together, wanted));
    for (const [what, times] of outcomes) all.set(what, (all.get(what) ?? 0) + times);
  },
  300_000,
);

it('asked for everything, and was not only refused', () => {
  const done = new Set(
    [...all.keys()].filter((what) => /: 20[01]$/.test(what)).map((what) => what.split(':')[0]),
  );
  if (process.env.AMBIT_HISTORIES) console.info(Object.fromEntries([...all].sort()));
  for (const name of ['start', 'change', 'pay', 'refund', 'credit', 'apply-credit', 'void-credit', 'cancel'])
    expect([...done], name).toContain(name);
});
