/** A row with its times as the API writes them. */
export type TextTimes<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

/** Writes every time of a row as RFC 3339 in UTC. */
export function textTimes<T extends object>(row: T): TextTimes<T> {
  const written = { ...row } as Record<string, unknown>;
  for (const name in written) {
    const value = written[name];
    if (value instanceof Date) written[name] = value.toISOString();
  }
  return written as TextTimes<T>;
}
