/** Numbers that look random and are the same every time: a demo can be talked about. */
export interface Random {
  /** From 0 up to, not including, `below`. */
  below(below: number): number;
  chance(probability: number): boolean;
  pick<const T extends readonly [unknown, ...unknown[]]>(from: T): T[number];
  /** An early entry far more often than a late one. */
  skewed<T>(from: readonly [T, ...T[]]): T;
  /** A UUID of version 7 for a moment. */
  id(at: Date): string;
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  // Mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (from) => from[below(from.length)] ?? from[0],
    skewed: (from) => from[Math.floor(from.length * next() ** 3)] ?? from[0],
    id: (at) => {
      const digits = (count: number) => Array.from({ length: count }, () => below(16).toString(16)).join('');
      const time = at.getTime().toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-${(8 + below(4)).toString(16)}${digits(3)}-${digits(12)}`;
    },
  };
}
