/** A row with its times as the API writes them. */
export type TextTimes<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

/** Writes every time of a row as RFC 3339 in UTC. */
export function textTimes<T extends object>(row: T): TextTimes<T> {
  const cells = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Date ? value.toISOString() : value,
  ]);
  return Object.fromEntries(cells) as TextTimes<T>;
}
