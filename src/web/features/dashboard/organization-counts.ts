import type { Output } from '../../lib/api.ts';

export type CountRow = NonNullable<Output<'GET /dashboard'>['organizations']>[number];

export const kinds = ['customer', 'partner'] as const;
export const statuses = ['active', 'closed'] as const;
export type Kind = (typeof kinds)[number];
export type Status = (typeof statuses)[number];

/** How many organizations there are of a kind, in a state, or of all. */
export function countOf(rows: readonly CountRow[], filter: { kind?: Kind; status?: Status } = {}): number {
  return rows
    .filter((row) => filter.kind === undefined || row.kind === filter.kind)
    .filter((row) => filter.status === undefined || row.status === filter.status)
    .reduce((sum, row) => sum + row.count, 0);
}
