import type { Machine } from '../machine.ts';

export interface LatencyCell {
  readonly question: string;
  readonly profile: string;
  /** Requests that were asked at once. */
  readonly requests: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
}

export interface LatencyReport {
  readonly date: string;
  readonly invoices: number;
  readonly machine: Machine;
  readonly cells: readonly LatencyCell[];
}

/** At most so many milliseconds at the 95th percentile, and so many times those of the widest profile. */
export const latencyAims = { p95: 150, ratio: 2 } as const;

/** One line per question: each profile's times, and the slowest of the narrow ones against the widest. */
export function latencyTable({ cells, invoices, machine, date }: LatencyReport): string {
  const profiles = [...new Set(cells.map(({ profile }) => profile))];
  const widest = profiles.at(-1);
  const lines = [...new Set(cells.map(({ question }) => question))].map((question) => {
    const own = cells.filter((cell) => cell.question === question);
    const wide = own.find(({ profile }) => profile === widest);
    const narrow = own.filter(({ profile }) => profile !== widest);
    const ratio = Math.max(...narrow.map(({ p50 }) => p50 / (wide?.p50 ?? Number.NaN)));
    const shown = profiles.map((profile) => {
      const cell = own.find((one) => one.profile === profile);
      return cell ? `${cell.p50.toFixed(1)}, ${cell.p95.toFixed(1)}` : 'may not';
    });
    return [question, ...shown, ratio.toFixed(2)];
  });
  const head = ['Median and 95th percentile, ms', ...profiles, 'narrowest to widest, medians'];
  const table = [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
  const over = cells.filter(({ p95 }) => p95 > latencyAims.p95).length;
  return `Ambit over HTTP, ${date}: ${invoices} invoices; ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB; PostgreSQL ${machine.postgres}, Node ${machine.node}.

Whole requests as a client on the same machine waits for them, one question at a time; those of a page are asked at once. Aims: 95 % within ${latencyAims.p95} ms, and narrow profiles at most ${latencyAims.ratio} times the widest.

${table}

Over ${latencyAims.p95} ms: ${over} of ${cells.length} cells.
`;
}
