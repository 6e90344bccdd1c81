/** Parts of one text never change places: where one stands is what it is called. */
export function keyed<T>(nodes: readonly T[]): readonly { key: string; node: T }[] {
  return nodes.map((node, at) => ({ key: `${at}`, node }));
}
