import { createContext, type ReactNode, useContext } from 'react';

const Seen = createContext<string | null>(null);

/** Related lists inside are those of another person: what they see too, and nothing to do. */
export function SeenBy({ userId, children }: { userId: string; children: ReactNode }) {
  return <Seen value={userId}>{children}</Seen>;
}

/** The person through whose eyes a list is shown; null: the reader's own. */
export function useSeenBy(): string | null {
  return useContext(Seen);
}
