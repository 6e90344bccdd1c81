/** One of the two sides of a cell: answers what it found, to be compared. */
export type Side = () => Promise<string>;

export interface Measured {
  readonly product: number;
  readonly floor: number;
  readonly ratio: number;
  readonly runs: number;
}

const budgetMs = 500;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

async function timed(side: Side): Promise<number> {
  const start = performance.now();
  await side();
  return performance.now() - start;
}

/**
 * Both sides in turn, the first place alternating; medians in milliseconds, and the median of the ratios of neighbours,
 * which other work on the machine hits alike. Slow cells get fewer runs.
 */
export async function measure(product: Side, floor: Side, runs: number): Promise<Measured> {
  const times = { product: [] as number[], floor: [] as number[] };
  const until = performance.now() + budgetMs;
  for (let run = 0; run < runs; run += 1) {
    if (run >= 6 && performance.now() > until) break;
    if (run % 2 === 0) times.product.push(await timed(product));
    times.floor.push(await timed(floor));
    if (run % 2 === 1) times.product.push(await timed(product));
  }
  const ratios = times.product.map((product, run) => product / (times.floor[run] ?? Number.NaN));
  const medians = { product: median(times.product), floor: median(times.floor) };
  return { ...medians, ratio: median(ratios), runs: ratios.length };
}

/** Brings both connections to the plan they keep: PostgreSQL decides after the fifth execution. */
export async function warm(side: Side, times = 7): Promise<number> {
  const until = performance.now() + budgetMs;
  const taken: number[] = [];
  for (let run = 0; run < times && (run < 2 || performance.now() < until); run += 1)
    taken.push(await timed(side));
  return median(taken.slice(-3));
}

/** The fastest of several hand-written texts, by trial. */
export async function fastest<T>(
  candidates: readonly { item: T; side: Side }[],
): Promise<{ item: T; side: Side }> {
  let best: { item: T; side: Side } | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const taken = await warm(candidate.side);
    if (taken < least) {
      least = taken;
      best = candidate;
    }
  }
  if (!best) throw new Error('A cell without a hand-written statement');
  return best;
}
