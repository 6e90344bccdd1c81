export type ResultRows = { rows: Record<string, unknown>[]; affected: number | undefined };

/** One connection, held by one piece of work until it is released. */
export type Session = {
  query(text: string, values: readonly unknown[]): Promise<ResultRows>;
  /** Several statements in one round trip, without parameters; the rows of all of them. */
  script(text: string): Promise<ResultRows['rows']>;
  release(broken: boolean): void;
};

export type Engine = {
  kind: 'embedded' | 'postgres';
  acquire(): Promise<Session>;
  /** The whole database as one file, where the engine can do that. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
};

/** Statements sent to one connection go one after the other, even when they are asked for at once. */
export function serially(): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = tail.then(work, work);
    tail = result;
    return result;
  };
}
